//! By looks: a picture's fingerprints against those of known seals.
//!
//! dHash and pHash as the ImageHash library defines them (Buchner; Krawetz 2011 and 2013): grey by
//! ITU-R 601, Lanczos, 9 × 8 neighbours compared, and the low 8 × 8 of a 32 × 32 cosine transform against
//! its median; rows first, the highest bit first.

use std::f32::consts::PI;

use super::catalogue::{PROVIDERS, Provider};
use super::fingerprints::FINGERPRINTS;
use crate::evidence::{SealCandidate, SealLook};

/// Bits that may differ, in each of the two hashes.
const NEAR: u32 = 10;
/// Shorter sides say too little.
const LEAST: usize = 24;
/// How far a border's grey may stray and still be even.
const EVEN: f32 = 14.0;
/// Pictures looked at in one capture.
const MOST: usize = 100;

/// Fingerprints of pieces of one capture.
///
/// `pixels`: RGBA, row by row, `width` pixels each; `rectangles`: x, y, width, height in CSS pixels,
/// `ratio` device pixels each. A piece outside the capture or too small has empty fingerprints.
pub fn looks(pixels: &[u8], width: usize, rectangles: &[[f64; 4]], ratio: f64) -> Vec<SealLook> {
    let height = pixels.len().checked_div(width * 4).unwrap_or_default();
    rectangles
        .iter()
        .take(MOST)
        .map(|rectangle| {
            piece(pixels, width, height, rectangle.map(|side| side * ratio))
                .map(|picture| picture.look())
                .unwrap_or_default()
        })
        .collect()
}

/// The known seal that the candidate's picture looks like.
pub fn recognise(candidate: &SealCandidate) -> Option<&'static Provider> {
    let look = candidate.look.as_ref()?;
    let bits = |hex: &str| u64::from_str_radix(hex, 16).ok();
    let seen = [bits(&look.dhash)?, bits(&look.phash)?, bits(&look.whole_dhash)?, bits(&look.whole_phash)?];
    let id = nearest(seen, FINGERPRINTS)?;
    PROVIDERS.iter().find(|provider| provider.id == id)
}

/// The nearest row, where both hashes are near; the same drawing light on dark counts too.
fn nearest<'a>(seen: [u64; 4], known: &[(&'a str, [u64; 4])]) -> Option<&'a str> {
    let [dhash, phash, whole_dhash, whole_phash] = seen;
    let both = |d: u64, p: u64, row_d: u64, row_p: u64| {
        let (d, p) = ((d ^ row_d).count_ones(), (p ^ row_p).count_ones());
        let far = |bits: u32| bits.min(64 - bits);
        let same_ground = (d > 32) == (p > 32);
        (same_ground && far(d) <= NEAR && far(p) <= NEAR).then_some(far(d) + far(p))
    };
    known
        .iter()
        .filter_map(|(id, [d, p, whole_d, whole_p])| {
            let trimmed = both(dhash, phash, *d, *p);
            let whole = both(whole_dhash, whole_phash, *whole_d, *whole_p);
            trimmed.into_iter().chain(whole).min().map(|far| (far, *id))
        })
        .min()
        .map(|(_, id)| id)
}

/// A grey picture.
#[derive(Clone, Debug)]
struct Picture {
    width: usize,
    /// Row by row, 0 to 255.
    grey: Vec<f32>,
}

fn piece(pixels: &[u8], width: usize, height: usize, [x, y, w, h]: [f64; 4]) -> Option<Picture> {
    // What a rectangle has outside the capture was not seen: half a seal is none.
    if ![x, y, w, h].iter().all(|side| side.is_finite()) || x < -0.5 || y < -0.5 || w < 1.0 || h < 1.0 {
        return None;
    }
    let (left, top) = (x.max(0.0).round() as usize, y.max(0.0).round() as usize);
    let (right, bottom) = ((x + w).round() as usize, (y + h).round() as usize);
    if right > width + 1 || bottom > height + 1 {
        return None;
    }
    let (right, bottom) = (right.min(width), bottom.min(height));
    let (w, h) = (right.checked_sub(left)?, bottom.checked_sub(top)?);
    if w < LEAST || h < LEAST || w > 2000 || h > 2000 {
        return None;
    }
    let mut grey = Vec::with_capacity(w * h);
    for row in pixels.chunks_exact(width * 4).skip(top).take(h) {
        for pixel in row.chunks_exact(4).skip(left).take(w) {
            if let [r, g, b, _] = pixel {
                grey.push((f32::from(*r) * 0.299 + f32::from(*g) * 0.587 + f32::from(*b) * 0.114).round());
            }
        }
    }
    Some(Picture { width: w, grey })
}

impl Picture {
    fn height(&self) -> usize {
        self.grey.len().checked_div(self.width).unwrap_or_default()
    }

    fn look(&self) -> SealLook {
        let hex = |bits: u64| format!("{bits:016x}");
        // A flat picture has no looks.
        let Some(trimmed) = self.trimmed() else {
            return SealLook::default();
        };
        SealLook {
            dhash: hex(trimmed.dhash()),
            phash: hex(trimmed.phash()),
            whole_dhash: hex(self.dhash()),
            whole_phash: hex(self.phash()),
            width: u32::try_from(self.width).unwrap_or_default(),
            height: u32::try_from(self.height()).unwrap_or_default(),
        }
    }

    /// Without the even border around the drawing; none where all of it is even or too little is left.
    fn trimmed(&self) -> Option<Picture> {
        let ground = *self.grey.first()?;
        let odd = |value: &f32| (value - ground).abs() > EVEN;
        let rows: Vec<&[f32]> = self.grey.chunks_exact(self.width).collect();
        let top = rows.iter().position(|row| row.iter().any(odd))?;
        let bottom = rows.iter().rposition(|row| row.iter().any(odd))?;
        let left = rows.iter().filter_map(|row| row.iter().position(odd)).min()?;
        let right = rows.iter().filter_map(|row| row.iter().rposition(odd)).max()?;
        let (width, height) = (right - left + 1, bottom - top + 1);
        if width < 8 || height < 8 {
            return None;
        }
        let grey = rows
            .iter()
            .skip(top)
            .take(height)
            .flat_map(|row| row.iter().skip(left).take(width).copied())
            .collect();
        Some(Picture { width, grey })
    }

    fn dhash(&self) -> u64 {
        let small = self.resized(9, 8);
        small.chunks_exact(9).flat_map(|row| row.windows(2)).fold(0, |bits, pair| {
            let brighter = matches!(pair, [left, right] if right > left);
            bits << 1 | u64::from(brighter)
        })
    }

    fn phash(&self) -> u64 {
        const SIDE: usize = 32;
        let small = self.resized(SIDE, SIDE);
        let waves: Vec<Vec<f32>> = (0..8)
            .map(|k| {
                (0..SIDE).map(|n| sine(PI * (0.5 + (k * (2 * n + 1)) as f32 / (2 * SIDE) as f32))).collect()
            })
            .collect();
        let product = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
        // One column of the transformed rows for each wave, then each of those down.
        let rows: Vec<Vec<f32>> = waves
            .iter()
            .map(|wave| small.chunks_exact(SIDE).map(|row| product(wave, row)).collect())
            .collect();
        let low: Vec<f32> =
            waves.iter().flat_map(|down| rows.iter().map(move |column| product(down, column))).collect();
        // The median of 64 lies between the 32nd and the 33rd: a value is above it where 32 are below.
        let above = |value: &f32| low.iter().filter(|other| *other < value).count() >= 32;
        low.iter().fold(0, |bits, value| bits << 1 | u64::from(above(value)))
    }

    /// Row by row, in 8-bit steps as Pillow makes them.
    fn resized(&self, width: usize, height: usize) -> Vec<f32> {
        let across = weights(self.width, width);
        let squeezed: Vec<Vec<f32>> = self
            .grey
            .chunks_exact(self.width)
            .map(|row| across.iter().map(|w| weigh(w, row)).collect())
            .collect();
        let down = weights(self.height(), height);
        let column = |x: usize| -> Vec<f32> {
            squeezed.iter().map(|row| row.get(x).copied().unwrap_or_default()).collect()
        };
        let columns: Vec<Vec<f32>> = (0..width)
            .map(|x| {
                let column = column(x);
                down.iter().map(|w| weigh(w, &column)).collect()
            })
            .collect();
        (0..height)
            .flat_map(|y| columns.iter().map(move |column| column.get(y).copied().unwrap_or_default()))
            .collect()
    }
}

fn weigh((start, weights): &(usize, Vec<f32>), values: &[f32]) -> f32 {
    let sum: f32 = values.iter().skip(*start).zip(weights).map(|(value, weight)| value * weight).sum();
    sum.round().clamp(0.0, 255.0)
}

/// For each of `to` places: the first source place and the weights from there (Lanczos, three lobes).
fn weights(from: usize, to: usize) -> Vec<(usize, Vec<f32>)> {
    let scale = from as f32 / to as f32;
    let stretch = scale.max(1.0);
    let reach = 3.0 * stretch;
    (0..to)
        .map(|place| {
            let centre = (place as f32 + 0.5) * scale;
            let start = (centre - reach + 0.5).max(0.0) as usize;
            let end = ((centre + reach + 0.5) as usize).min(from);
            let raw: Vec<f32> = (start..end).map(|x| lanczos((x as f32 + 0.5 - centre) / stretch)).collect();
            let sum: f32 = raw.iter().sum();
            (start, raw.into_iter().map(|weight| weight / sum).collect())
        })
        .collect()
}

fn lanczos(x: f32) -> f32 {
    if x.abs() < 1e-6 {
        return 1.0;
    }
    if x.abs() >= 3.0 {
        return 0.0;
    }
    let a = PI * x;
    3.0 * sine(a) * sine(a / 3.0) / (a * a)
}

/// To within 1e-6 for the few turns that are asked here: the compiler's own brings tables for any angle.
fn sine(angle: f32) -> f32 {
    let turns = (angle / PI).round();
    let rest = angle - turns * PI;
    let square = rest * rest;
    // The sine's series, from its smallest term.
    let series = [110.0, 72.0, 42.0, 20.0, 6.0].iter().fold(1.0, |sum, step| 1.0 - square / step * sum);
    if turns % 2.0 == 0.0 { rest * series } else { -rest * series }
}

#[cfg(test)]
mod tests {
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
            for (width, height, margin) in
                [(60, 30, 0), (80, 40, 3), (110, 55, 8), (200, 100, 0), (90, 42, 2)]
            {
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
        let pixels: Vec<u8> = (0..64)
            .flat_map(|y| (0..72).flat_map(move |x| [grey(x, y), grey(x, y), grey(x, y), 255]))
            .collect();
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
}
