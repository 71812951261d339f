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
mod tests;
