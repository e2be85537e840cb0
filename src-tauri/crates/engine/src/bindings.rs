//! The TypeScript side of the commands: types, the call surface, and the catalogue.
//!
//! The two files are kept in git under `ui/src/bindings`; a test compares them with what is generated here.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ts_rs::{Config, TS, TypeVisitor};

use crate::Tag;
use crate::command::{Command, Visitor, catalogue, visit};

const HEADER: &str =
    "// Generated from the engine's commands by `cargo xtask bindings`. Edit those, not this.\n\n";

struct Collected {
    config: Config,
    types: BTreeMap<String, String>,
    /// Names that two different types have.
    clashes: Vec<String>,
    commands: Vec<(&'static str, String, String)>,
}

impl TypeVisitor for Collected {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            let declared = T::decl(&self.config);
            if let Some(known) = self.types.get(&name) {
                if *known != declared {
                    self.clashes.push(name);
                }
                return;
            }
            self.types.insert(name, declared);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl Visitor for Collected {
    fn command<C: Command>(&mut self)
    where
        C::Input: 'static,
        C::Output: 'static,
    {
        self.visit::<C::Input>();
        self.visit::<C::Output>();
        self.commands.push((C::INFO.name, C::Input::name(&self.config), C::Output::name(&self.config)));
    }
}

fn collect() -> Collected {
    let config = Config::new().with_large_int("number");
    let mut collected =
        Collected { config, types: BTreeMap::new(), clashes: Vec::new(), commands: Vec::new() };
    collected.visit::<Tag>();
    visit(&mut collected);
    collected
}

/// The generated files: (name under `ui/src/bindings`, text).
#[must_use]
pub fn bindings() -> [(&'static str, String); 2] {
    let collected = collect();
    [("types.ts", types(&collected)), ("commands.ts", commands(&collected))]
}

fn types(collected: &Collected) -> String {
    let mut text = HEADER.to_owned();
    for declaration in collected.types.values() {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "export {declaration}\n");
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn commands(collected: &Collected) -> String {
    let mut text = HEADER.to_owned();
    let names: Vec<&str> = collected.types.keys().map(String::as_str).collect();
    let used = |name: &&str| {
        *name == "Tag"
            || collected
                .commands
                .iter()
                .any(|(_, input, output)| words(input).chain(words(output)).any(|word| word == *name))
    };
    let imports: Vec<&str> = names.into_iter().filter(used).collect();
    let _ = writeln!(text, "import type {{\n  {},\n}} from \"./types\";\n", imports.join(",\n  "));
    text.push_str("export type { Tag };\n\n");
    text.push_str("/** Every command with what it takes and gives. */\nexport interface Commands {\n");
    for (name, input, output) in &collected.commands {
        let _ = writeln!(text, "  {name}: {{ input: {input}; output: {output} }};");
    }
    text.push_str("}\n\nexport type CommandName = keyof Commands;\n\n");
    text.push_str(
        "/** What is declared of a command: its words and key, what it shows, what it makes stale. */\n\
         export interface CommandInfo {\n  name: CommandName;\n  title: string | null;\n  key: string | null;\n  \
         writes: boolean;\n  provides: Tag[];\n  invalidates: Tag[];\n  permission: string | null;\n}\n\n",
    );
    text.push_str("export const catalogue: Record<CommandName, CommandInfo> = {\n");
    for info in catalogue() {
        let json = serde_json::to_string(&info).unwrap_or_default();
        let _ = writeln!(text, "  {}: {json},", info.name);
    }
    text.push_str("};\n");
    text
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    /// `SAMARA_WRITE_BINDINGS=1` writes the files instead: that is what `cargo xtask bindings` does.
    #[test]
    fn the_files_in_git_are_what_the_commands_say() {
        let folder =
            PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("../../../ui/src/bindings");
        for (name, text) in bindings() {
            let path = folder.join(name);
            if std::env::var_os("SAMARA_WRITE_BINDINGS").is_some() {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(&path, &text).unwrap();
            }
            let kept = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(kept == text, "{name} is not what the commands say: run `cargo xtask bindings`");
        }
    }

    #[test]
    fn no_two_types_have_one_name() {
        assert_eq!(collect().clashes, Vec::<String>::new());
    }

    #[test]
    fn every_command_is_declared_once() {
        let mut names: Vec<&str> = catalogue().iter().map(|info| info.name).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    #[test]
    fn a_command_that_writes_names_its_permission_and_what_it_makes_stale() {
        for info in catalogue().iter().filter(|info| info.writes) {
            assert!(info.permission.is_some() && !info.invalidates.is_empty(), "{}", info.name);
        }
    }
}
