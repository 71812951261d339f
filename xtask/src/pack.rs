//! `cargo xtask pack`: a zip for each store, the same bytes from the same sources.

use std::path::PathBuf;

use crate::archive::{self, Packed};
use crate::{Done, build, project};

pub fn run() -> Done {
    build::run()?;
    let mut packed = Packed::new();
    for browser in build::BROWSERS {
        let (file, bytes) = zip(browser, &mut packed)?;
        project::write(&file, &bytes)?;
        println!("{}  {} bytes", file.display(), bytes.len());
    }
    Ok(())
}

/// The zip's path and its bytes.
pub fn zip(browser: &str, packed: &mut Packed) -> Done<(PathBuf, Vec<u8>)> {
    let folder = project::dist(browser);
    let mut entries = Vec::new();
    for file in project::files(&folder) {
        let name = file.strip_prefix(&folder).map_err(|error| error.to_string())?;
        entries.push((name.to_string_lossy().into_owned(), project::read(&file)?));
    }
    entries.sort();
    let file = folder.with_file_name(format!("trust-indicator-{}-{browser}.zip", env!("CARGO_PKG_VERSION")));
    Ok((file, archive::zip(&entries, packed)?))
}
