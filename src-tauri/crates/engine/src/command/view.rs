//! Saved views of the list of people.

use samara_store::table::view::View as Stored;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::candidate::CandidateSort;
use super::{Info, Nothing, command};
use crate::{Failure, Tag};

/// Letters of a name at most.
const NAME: usize = 100;
/// Letters of a search at most.
const QUERY: usize = 2_000;
/// Columns at most.
const COLUMNS: usize = 50;

/// A saved view.
#[derive(Debug, Clone, Serialize, TS)]
pub struct View {
    /// Its id; `samara://view/<id>` opens it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The search.
    pub query: String,
    /// Order.
    pub sort: CandidateSort,
    /// Descending.
    pub desc: bool,
    /// Names of the columns, in order; empty: the usual ones.
    pub columns: Vec<String>,
}

/// A view to be kept.
#[derive(Debug, Deserialize, TS)]
pub struct SaveViewInput {
    /// Of a view that is known: it is changed; `None`: a new one.
    pub id: Option<String>,
    /// Its name, unlike that of any other.
    pub name: String,
    /// The search.
    pub query: String,
    /// Order.
    pub sort: CandidateSort,
    /// Descending.
    pub desc: bool,
    /// Names of the columns, in order; empty: the usual ones.
    pub columns: Vec<String>,
}

/// Which view.
#[derive(Debug, Deserialize, TS)]
pub struct ViewInput {
    /// Its id.
    pub id: String,
}

/// The order of views.
#[derive(Debug, Deserialize, TS)]
pub struct ReorderViewsInput {
    /// Their ids; those not named follow in the order they had.
    pub ids: Vec<String>,
}

fn told(view: Stored) -> View {
    View {
        id: view.id,
        name: view.name,
        query: view.query,
        sort: CandidateSort::parse(&view.sort),
        desc: view.descending,
        columns: view.columns,
    }
}

fn checked(input: SaveViewInput, id: String) -> Result<Stored, Failure> {
    let name = input.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > NAME {
        return Err(Failure::input("A view needs a name.", format!("Give it one of up to {NAME} letters.")));
    }
    if input.query.chars().count() > QUERY || input.columns.len() > COLUMNS {
        return Err(Failure::input("This is more than a view can keep.", "Shorten the search."));
    }
    Ok(Stored {
        id,
        name,
        query: input.query.trim().to_owned(),
        sort: input.sort.as_str().to_owned(),
        descending: input.desc,
        columns: input.columns,
    })
}

fn unknown() -> Failure {
    Failure::input("There is no such view.", "It may have been given up. Choose another, or save it anew.")
}

command! {
    /// All saved views, in their order.
    ListViews, Info::read("list_views", &[Tag::Views]), |desk, _input: Nothing| -> Vec<View> {
        Ok(desk.workspace()?.read(|reading| reading.views()).await?.into_iter().map(told).collect())
    }
}

command! {
    /// One saved view, as a deep link names it.
    ViewOf, Info::read("view", &[Tag::Views]), |desk, input: ViewInput| -> View {
        let view = desk.workspace()?.read(move |reading| reading.view(&input.id)).await?;
        view.map(told).ok_or_else(unknown)
    }
}

command! {
    /// Keeps a view.
    SaveView, Info::act("save_view", &[Tag::Views]), |desk, input: SaveViewInput| -> View {
        let workspace = desk.workspace()?;
        let id = match input.id.clone() {
            None => crate::outbox::new_id(&workspace),
            Some(id) => {
                let known = id.clone();
                if workspace.read(move |reading| reading.view(&known)).await?.is_none() {
                    return Err(unknown());
                }
                id
            }
        };
        let view = checked(input, id)?;
        let kept = view.clone();
        if !workspace.write_local(move |tx| tx.save_view(&kept)).await? {
            return Err(Failure::input("Another view has this name.", "Give it another name, or change that one."));
        }
        Ok(told(view))
    }
}

command! {
    /// Gives a view up.
    DeleteView, Info::act("delete_view", &[Tag::Views]), |desk, input: ViewInput| -> Nothing {
        if desk.workspace()?.write_local(move |tx| tx.delete_view(&input.id)).await? {
            Ok(Nothing {})
        } else {
            Err(unknown())
        }
    }
}

command! {
    /// Puts the views into an order.
    ReorderViews, Info::act("reorder_views", &[Tag::Views]), |desk, input: ReorderViewsInput| -> Nothing {
        desk.workspace()?.write_local(move |tx| tx.reorder_views(&input.ids)).await?;
        Ok(Nothing {})
    }
}
