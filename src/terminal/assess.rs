//! `assess`: evidence in, report out.

use trust_indicator::evidence::Evidence;
use trust_indicator::popup;

use super::english::English;
use super::{Done, read_text, say, say_json};

pub fn run(files: &[&str], json: bool) -> Done {
    if files.is_empty() {
        return Err("name a file of evidence, or - for the standard input".to_owned());
    }
    let english = English::new()?;
    for file in files {
        for evidence in evidences(file, &read_text(file)?)? {
            let report = trust_indicator::assess(&evidence);
            if json {
                say_json(&report)?;
            } else {
                say(popup::shared(&evidence, &report, &english).trim_end())?;
            }
        }
    }
    Ok(())
}

/// One page, or one on each line.
fn evidences(file: &str, text: &str) -> Done<Vec<Evidence>> {
    let whole = match serde_json::from_str(text) {
        Ok(evidence) => return Ok(vec![evidence]),
        Err(error) => error,
    };
    let lines: Vec<(usize, &str)> =
        text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).collect();
    // A page over many lines is told by its own fault, not by that of its first line.
    let first = lines.first().map(|(_, line)| serde_json::from_str::<serde::de::IgnoredAny>(line));
    if lines.len() < 2 || !matches!(first, Some(Ok(_))) {
        return Err(format!("{file} is no evidence: {whole}"));
    }
    let read = |(number, line): (usize, &str)| {
        serde_json::from_str(line)
            .map_err(|error| format!("{file}, line {}: no evidence: {error}", number + 1))
    };
    lines.into_iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::evidences;

    #[test]
    fn one_page_or_one_a_line() {
        assert_eq!(evidences("f", "{\n\"at\": 1\n}").unwrap().len(), 1);
        assert_eq!(evidences("f", "{\"at\": 1}\n\n{\"at\": 2}\n").unwrap()[1].at, 2);
    }

    #[test]
    fn what_is_no_evidence_is_said() {
        assert!(evidences("f", "").unwrap_err().starts_with("f is no evidence"));
        assert!(evidences("f", "{\"at\": \"noon\"}").unwrap_err().contains("f is no evidence"));
        assert!(evidences("f", "{}\n{\"at\": []}").unwrap_err().starts_with("f, line 2"));
        assert!(evidences("f", "{\n\"at\": 1,\n}").unwrap_err().contains("line 3"));
    }
}
