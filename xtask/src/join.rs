//! Joins a script with those beside it that it waits for. Every file of its own keeps the popup's first
//! answer waiting for some milliseconds; in the repository each thing stays in its own room.

use std::path::Path;

use crate::{Done, project};

/// The script and what it imports from its own folder, as one module. What lies in other folders stays
/// imported.
pub fn join(folder: &Path, script: &str) -> Done<String> {
    let mut joined = Joined::default();
    let own = joined.add(folder, script)?;
    Ok(format!("{}{}{}", joined.imports, joined.modules, own.text))
}

#[derive(Default)]
struct Joined {
    /// Statements that stay.
    imports: String,
    modules: String,
    names: Vec<String>,
}

/// One script without its imports, and what it gives to others.
struct Script {
    text: String,
    exports: Vec<String>,
}

impl Joined {
    /// Reads a script, after those that it needs.
    fn add(&mut self, folder: &Path, script: &str) -> Done<Script> {
        let text = project::read_text(&folder.join(script))?;
        let mut own = Script { text: String::new(), exports: Vec::new() };
        let mut import = String::new();
        for line in text.split_inclusive('\n') {
            // For the browser, which reads it only where nothing stands before it.
            if line.starts_with("//#") {
                self.imports.push_str(line);
                continue;
            }
            if import.is_empty() && !line.starts_with("import ") {
                own.push(line);
                continue;
            }
            import.push_str(line);
            if line.trim_end().ends_with(';') {
                self.import(folder, &std::mem::take(&mut import))?;
            }
        }
        Ok(own)
    }

    fn import(&mut self, folder: &Path, statement: &str) -> Done {
        let from = statement.split('"').nth(1).unwrap_or_default();
        let beside = from.strip_prefix("./").filter(|name| !name.contains('/'));
        let Some(name) = beside else {
            self.imports.push_str(statement);
            return Ok(());
        };
        if !statement.starts_with("import {") || statement.contains(" as ") {
            return Err(format!("Cannot join \"{}\": only plain names can be joined.", statement.trim()));
        }
        if self.names.iter().any(|known| known == name) {
            return Ok(());
        }
        self.names.push(name.to_owned());
        let Script { text, exports } = self.add(folder, name)?;
        let exports = exports.join(", ");
        // A room of its own: what it does not export, the others do not see.
        self.modules += &format!(
            "// {name}\nconst {{ {exports} }} = (() => {{\n{text}return {{ {exports} }};\n}})();\n\n"
        );
        Ok(())
    }
}

impl Script {
    fn push(&mut self, line: &str) {
        let Some(exported) = line.strip_prefix("export ") else { return self.text.push_str(line) };
        let mut words = exported.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        let is_kind = |word: &&str| matches!(*word, "async" | "function" | "const" | "class");
        self.exports.extend(words.find(|word| !is_kind(word)).map(str::to_owned));
        self.text.push_str(exported);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_and_what_it_needs_become_one_module() {
        let folder = std::env::temp_dir().join(format!("trust-indicator-join-{}", std::process::id()));
        for (name, text) in [
            (
                "top.js",
                "//# forTheBrowser\nimport core from \"./core/core.js\";\nimport {\n  two,\n} from \"./two.js\";\nimport { one } from \"./one.js\";\nconst own = one + two(core);\n",
            ),
            (
                "two.js",
                "import { one } from \"./one.js\";\nconst own = 2;\nexport async function two() {\n  return one + own;\n}\n",
            ),
            ("one.js", "export const one = 1;\n"),
        ] {
            project::write(&folder.join(name), text.as_bytes()).unwrap();
        }
        let expected = "//# forTheBrowser\nimport core from \"./core/core.js\";\n\
            // one.js\nconst { one } = (() => {\nconst one = 1;\nreturn { one };\n})();\n\n\
            // two.js\nconst { two } = (() => {\nconst own = 2;\nasync function two() {\n  return one + own;\n}\nreturn { two };\n})();\n\n\
            const own = one + two(core);\n";
        assert_eq!(join(&folder, "top.js").unwrap(), expected);
        project::write(&folder.join("one.js"), b"import * as all from \"./two.js\";\n").unwrap();
        assert!(join(&folder, "one.js").is_err());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
