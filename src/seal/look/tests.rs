//! Fingerprints of pictures that are drawn here, large and small, blurred and recoloured.

use super::*;

/// A small generator of our own: the same pictures on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) % u64::from(below)) as u32
    }
}

/// A drawing in fractions of its size: boxes and discs of one grey each, on a ground.
#[derive(Clone)]
struct Drawing {
    ground: u8,
    shapes: Vec<(bool, f32, f32, f32, f32, u8)>,
}

impl Drawing {
    fn new(seed: u64) -> Drawing {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) + 1);
        let shapes = (0..6 + dice.roll(12))
            .map(|_| {
                let mut part = |low: f32, high: f32| low + (high - low) * dice.roll(1000) as f32 / 1000.0;
                let (x, y, w, h) = (part(0.0, 0.9), part(0.0, 0.85), part(0.05, 0.4), part(0.08, 0.5));
                (dice.roll(3) == 0, x, y, w, h, dice.roll(220) as u8)
            })
            .collect();
        Drawing { ground: if dice.roll(4) == 0 { 20 } else { 255 }, shapes }
    }

    /// Drawn at a size, with a margin of the ground, four points a pixel.
    fn draw(&self, width: usize, height: usize, margin: usize) -> (Vec<u8>, usize) {
        let (full, tall) = (width + 2 * margin, height + 2 * margin);
        let mut pixels = Vec::with_capacity(full * tall * 4);
        for y in 0..tall {
            for x in 0..full {
                let mut sum = 0.0;
                for (dx, dy) in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] {
                    let u = (x as f32 + dx - margin as f32) / width as f32;
                    let v = (y as f32 + dy - margin as f32) / height as f32;
                    sum += f32::from(self.at(u, v));
                }
                let grey = (sum / 4.0) as u8;
                pixels.extend([grey, grey, grey, 255]);
            }
        }
        (pixels, full)
    }

    fn at(&self, u: f32, v: f32) -> u8 {
        if !(0.0..1.0).contains(&u) || !(0.0..1.0).contains(&v) {
            return self.ground;
        }
        let inside = |(round, x, y, w, h, _): &&(bool, f32, f32, f32, f32, u8)| {
            let (a, b) = ((u - x) / w, (v - y) / h);
            if *round {
                (a - 0.5).powi(2) + (b - 0.5).powi(2) < 0.25
            } else {
                (0.0..1.0).contains(&a) && (0.0..1.0).contains(&b)
            }
        };
        self.shapes.iter().rev().find(inside).map_or(self.ground, |shape| shape.5)
    }
}

fn look((pixels, width): &(Vec<u8>, usize)) -> SealLook {
    let height = pixels.len() / width / 4;
    looks(pixels, *width, &[[0.0, 0.0, *width as f64, height as f64]], 1.0).remove(0)
}

fn bits(look: &SealLook) -> [u64; 4] {
    [&look.dhash, &look.phash, &look.whole_dhash, &look.whole_phash]
        .map(|hex| u64::from_str_radix(hex, 16).unwrap_or_default())
}

/// What a lossy picture format does: blocks of eight lose their fine waves, and grain is added.
fn recompressed((mut pixels, width): (Vec<u8>, usize), seed: u64) -> (Vec<u8>, usize) {
    let mut dice = Dice(seed);
    let source = pixels.clone();
    for (at, value) in pixels.iter_mut().enumerate() {
        let beside = source.get(at + 4).copied().unwrap_or(*value);
        let mixed = (u32::from(*value) * 3 + u32::from(beside)) / 4;
        let stepped = mixed / 12 * 12 + 6;
        *value = (stepped + dice.roll(13)).saturating_sub(6).min(255) as u8;
    }
    (pixels, width)
}

#[test]
fn variants_are_found_and_strangers_are_not() {
    let names: Vec<String> = (0..50).map(|seed| format!("drawing {seed}")).collect();
    let drawings: Vec<Drawing> = (0..50).map(Drawing::new).collect();
    let known: Vec<(&str, [u64; 4])> = names
        .iter()
        .zip(&drawings)
        .map(|(name, drawing)| (name.as_str(), bits(&look(&drawing.draw(140, 70, 6)))))
        .collect();

    let (mut found, mut all) = (0, 0);
    for (seed, (name, drawing)) in names.iter().zip(&drawings).enumerate() {
        for (width, height, margin) in [(60, 30, 0), (80, 40, 3), (110, 55, 8), (200, 100, 0), (90, 42, 2)] {
            let plain = drawing.draw(width, height, margin);
            for picture in [plain.clone(), recompressed(plain, seed as u64)] {
                all += 1;
                found += usize::from(nearest(bits(&look(&picture)), &known) == Some(name));
            }
        }
    }
    assert!(found * 10 >= all * 9, "{found} of {all} variants found");

    for seed in 1000..1500 {
        let stranger = bits(&look(&Drawing::new(seed).draw(60, 30, 2)));
        assert_eq!(nearest(stranger, &known), None, "stranger {seed}");
        assert_eq!(nearest(stranger, FINGERPRINTS), None, "stranger {seed} among the real ones");
    }
}

#[test]
fn light_on_dark_is_the_same_drawing() {
    let drawing = Drawing { ground: 255, ..Drawing::new(7) };
    let (light, width) = drawing.draw(160, 80, 0);
    let dark: Vec<u8> = light.chunks(4).flat_map(|p| [255 - p[0], 255 - p[1], 255 - p[2], 255]).collect();
    let known = [("it", bits(&look(&(light, width))))];
    assert_eq!(nearest(bits(&look(&(dark, width))), &known), Some("it"));
}

#[test]
fn hashes_are_those_of_the_library() {
    // Worked by hand: brightness grows to the right in the upper half and falls in the lower.
    let grey = |x: usize, y: usize| if y < 32 { x * 2 } else { 254 - x * 2 } as u8;
    let pixels: Vec<u8> =
        (0..64).flat_map(|y| (0..72).flat_map(move |x| [grey(x, y), grey(x, y), grey(x, y), 255])).collect();
    let picture = piece(&pixels, 72, 64, [0.0, 0.0, 72.0, 64.0]).unwrap();
    assert_eq!(format!("{:016x}", picture.dhash()), "ffffffff00000000");
    assert_eq!(picture.phash().count_ones(), 32);
    assert_eq!(picture.phash() >> 63, 1, "a picture is bright on the whole");
}

#[test]
fn odd_rectangles_have_no_looks() {
    let (pixels, width) = Drawing::new(3).draw(100, 100, 0);
    for rectangle in [
        [90.0, 0.0, 40.0, 40.0],
        [0.0, 0.0, 10.0, 40.0],
        [-20.0, 0.0, 40.0, 40.0],
        [f64::NAN, 0.0, 40.0, 40.0],
        [0.0, 0.0, f64::INFINITY, 40.0],
    ] {
        assert_eq!(looks(&pixels, width, &[rectangle], 1.0), [SealLook::default()]);
    }
    assert_eq!(looks(&[], 0, &[[0.0, 0.0, 40.0, 40.0]], 1.0), [SealLook::default()]);
    assert_eq!(looks(&[255; 40_000], 100, &[[0.0, 0.0, 50.0, 50.0]], 2.0), [SealLook::default()], "flat");
}

#[test]
fn every_fingerprint_belongs_to_a_provider() {
    for (id, _) in FINGERPRINTS {
        assert!(PROVIDERS.iter().any(|provider| provider.id == *id), "{id}");
    }
}
