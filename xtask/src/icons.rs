//! The toolbar's signs at the sizes that browsers ask for, drawn from their SVG sources.

use std::path::PathBuf;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::{Done, project};

pub const SIZES: [u32; 3] = [16, 32, 48];
/// For the store and the list of add-ons, where one sign stands for all.
const LARGE: (&str, u32) = ("go", 128);

/// Every PNG, with its name inside the extension: `icons/go-16.png`.
pub fn pictures() -> Done<Vec<(PathBuf, Vec<u8>)>> {
    let mut pictures = Vec::new();
    for file in project::files(&project::root().join("extension/icons")) {
        let Some(name) = file.file_stem().filter(|_| file.extension().is_some_and(|end| end == "svg")) else {
            continue;
        };
        let source = project::read_text(&file)?;
        let large = (name == LARGE.0).then_some(LARGE.1);
        for size in SIZES.into_iter().chain(large) {
            let name = format!("icons/{}-{size}.png", name.to_string_lossy());
            let picture = draw(&source, size).map_err(|why| format!("{}: {why}.", file.display()))?;
            pictures.push((PathBuf::from(name), picture));
        }
    }
    Ok(pictures)
}

/// A square picture as PNG, `size` pixels wide.
fn draw(svg: &str, size: u32) -> Done<Vec<u8>> {
    let tree = Tree::from_str(svg, &Options::default()).map_err(|error| error.to_string())?;
    let mut picture = Pixmap::new(size, size).ok_or("a picture without size")?;
    let scale = size as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_state_has_a_picture_of_its_own_at_every_size() {
        let pictures = pictures().unwrap();
        let names: BTreeSet<String> =
            pictures.iter().map(|(name, _)| name.to_string_lossy().into_owned()).collect();
        for state in ["go", "check", "stop", "unknown", "off"] {
            for size in SIZES {
                assert!(names.contains(&format!("icons/{state}-{size}.png")), "{state} at {size}");
            }
        }
        let looks: BTreeSet<&Vec<u8>> = pictures.iter().map(|(_, picture)| picture).collect();
        assert_eq!(looks.len(), pictures.len());
    }

    #[test]
    fn a_drawing_fills_its_square() {
        let red = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16"><path d="M0 0h16v16H0Z" fill="#f00"/></svg>"##;
        let picture = Pixmap::decode_png(&draw(red, 32).unwrap()).unwrap();
        assert_eq!((picture.width(), picture.height()), (32, 32));
        assert!(picture.pixels().iter().all(|pixel| pixel.red() == 255 && pixel.alpha() == 255));
    }
}
