//! What every page gets: scripts without the comments on lines of their own and without indents. A byte of them is
//! paid for in each page; what they say stays in the repository, but for what they say to the browser (`//#`).

use crate::Done;

/// Nothing else is changed, so that line by line it is the source.
pub fn bare(script: &str) -> Done<String> {
    let mut bare = String::new();
    for line in script.lines().map(str::trim) {
        if line.matches('`').count() % 2 == 1 {
            return Err(format!("A text over several lines would lose its indents: {line}"));
        }
        if !line.is_empty() && (!line.starts_with("//") || line.starts_with("//#")) {
            bare.push_str(line);
            bare.push('\n');
        }
    }
    Ok(bare)
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn comments_and_indents_stay_in_the_repository() {
        let script = "//# forTheBrowser\n// What it is.\nconst a = () => {\n  // Why.\n\n  return \"//\"; // here\n};\n";
        assert_eq!(
            bare(script).unwrap(),
            "//# forTheBrowser\nconst a = () => {\nreturn \"//\"; // here\n};\n"
        );
        assert!(bare("const text = `\n  as it is`;\n").is_err());
    }
}
