use std::collections::HashSet;

use proptest::prelude::*;

use super::*;

#[test]
fn ids_are_the_ones_the_rule_gives() {
    for (connection, table, key, id) in [
        ("c", "ats_users", "u1", "2dLmWsBQohiHBz9e1LQM2bD6"),
        ("acme", "ats_join_candidates_tags", "c1|t1", "1JiGu8vHdxCokiM8Nehg3dC7"),
        ("c", "ats_users", "u94", "115yBCAaQbh9ZGo5txpuwHnu"),
    ] {
        assert_eq!(Id::of(&ConnectionId::new(connection), table, key).as_str(), id);
    }
    let parts = Id::of_parts(&ConnectionId::new("acme"), "ats_join_candidates_tags", &["c1", "t1"]);
    assert_eq!(parts.as_str(), "1JiGu8vHdxCokiM8Nehg3dC7");
}

#[test]
fn what_has_not_the_shape_of_an_id_is_none() {
    for text in
        ["", "115yBCAaQbh9ZGo5txpuwHn", "115yBCAaQbh9ZGo5txpuwHnuu", "015yBCAaQbh9ZGo5txpuwHnu", "lIO0"]
    {
        assert_eq!(Id::parse(text), None, "{text}");
        assert!(serde_json::from_value::<Id>(text.into()).is_err());
    }
}

#[test]
fn ids_of_different_rows_differ() {
    let connections = ["a", "b"].map(ConnectionId::new);
    let mut ids = HashSet::new();
    let mut count = 0;
    for connection in &connections {
        for table in tables() {
            for record in 0..500 {
                ids.insert(Id::of(connection, table.table, &remote(record)));
                count += 1;
            }
        }
    }
    assert_eq!(ids.len(), count);
}

proptest! {
    #[test]
    fn an_id_has_24_base58_digits_and_is_always_the_same(connection in ".*", table in ".*", key in ".*") {
        let connection = ConnectionId::new(connection);
        let id = Id::of(&connection, &table, &key);
        prop_assert_eq!(Id::parse(id.as_str()), Some(id.clone()));
        prop_assert_eq!(id.as_str().len(), 24);
        prop_assert!(!id.as_str().contains(['0', 'I', 'O', 'l']));
        prop_assert_eq!(Id::of(&connection, &table, &key), id.clone());
        prop_assert_ne!(Id::of(&connection, &table, &format!("{key}x")), id.clone());
        prop_assert_eq!(serde_json::from_str::<Id>(&serde_json::to_string(&id).unwrap()).unwrap(), id);
    }
}
