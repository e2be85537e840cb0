//! Pictures of the window.

use std::io::Cursor;
use std::path::Path;

use crate::app::App;
use crate::target::Target;
use crate::trouble::{Outcome, Trouble};

/// A part of a picture, in pixels from its top left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// From the left.
    pub left: u32,
    /// From the top.
    pub top: u32,
    /// Pixels wide.
    pub width: u32,
    /// Pixels high.
    pub height: u32,
}

/// Waits for fonts, for finite animations and for two painted frames.
const SETTLE: &str = r#"
const done = arguments[0];
const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
const finite = document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
const patience = new Promise((resolve) => setTimeout(resolve, 2000));
Promise.race([Promise.all([document.fonts.ready, ...finite.map((one) => one.finished.catch(() => {}))]), patience]).then(painted);
"#;

impl App {
    /// Starts the app so that its window can be given another size: while WebKit paints by itself (the app has it so
    /// where there is no graphics card), the driver waits for a change of size without end. A person's hand on the
    /// window's edge does not.
    pub async fn start_sizable(data: &Path, arguments: &[&str]) -> Outcome<Self> {
        Self::start_with(data, arguments, &[("WEBKIT_DISABLE_DMABUF_RENDERER", "0")]).await
    }

    /// Gives the window this size.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        self.client.set_window_size(width, height).await?;
        Ok(())
    }

    /// Waits until nothing moves any more.
    pub async fn settle(&self) -> Outcome {
        self.client.execute_async(SETTLE, vec![]).await?;
        Ok(())
    }

    /// Writes what the window shows to `path`, as PNG.
    pub async fn picture(&self, path: &Path) -> Outcome {
        self.settle().await?;
        let png = self.client.screenshot().await?;
        write(path, &png)
    }

    /// Writes what `target` shows to `path`: cut from a picture of the whole window, since WebKit's own pictures of
    /// single elements come back empty.
    pub async fn picture_of(&self, target: &Target, path: &Path) -> Outcome {
        let (left, top, width, height) = self.see(target).await?.rectangle().await?;
        self.settle().await?;
        let png = self.client.screenshot().await?;
        let area =
            Area { left: pixels(left), top: pixels(top), width: pixels(width), height: pixels(height) };
        let cut = crop(&png, area).map_err(|error| Trouble::Picture { path: path.to_owned(), error })?;
        write(path, &cut)
    }
}

/// A place on the screen: what lies left of it is cut off.
fn pixels(length: f64) -> u32 {
    length.max(0.0).round() as u32
}

fn write(path: &Path, png: &[u8]) -> Outcome {
    let failed = |error: std::io::Error| Trouble::Picture { path: path.to_owned(), error: error.to_string() };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    std::fs::write(path, png).map_err(failed)
}

/// Cuts `area` (or as much of it as there is) out of a PNG.
fn crop(png: &[u8], area: Area) -> Result<Vec<u8>, String> {
    let mut reader = png::Decoder::new(Cursor::new(png)).read_info().map_err(|error| error.to_string())?;
    let mut pixels = vec![0; reader.output_buffer_size().ok_or("too large a picture")?];
    let info = reader.next_frame(&mut pixels).map_err(|error| error.to_string())?;
    let left = area.left.min(info.width);
    let width = area.width.min(info.width - left);
    let rows = area.top.min(info.height)..area.top.saturating_add(area.height).min(info.height);
    if width == 0 || rows.is_empty() {
        return Err("nothing of it is on the screen".to_owned());
    }
    let sample = info.line_size / info.width as usize;
    let from = left as usize * sample;
    let bytes: Vec<u8> = pixels
        .chunks_exact(info.line_size)
        .skip(rows.start as usize)
        .take(rows.len())
        .filter_map(|line| line.get(from..from + width as usize * sample))
        .flatten()
        .copied()
        .collect();
    let mut cut = Vec::new();
    let mut encoder = png::Encoder::new(&mut cut, width, rows.end - rows.start);
    encoder.set_color(info.color_type);
    encoder.set_depth(info.bit_depth);
    let mut writer = encoder.write_header().map_err(|error| error.to_string())?;
    writer.write_image_data(&bytes).map_err(|error| error.to_string())?;
    writer.finish().map_err(|error| error.to_string())?;
    Ok(cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture whose pixel at (x, y) is the colour (x, y, 7).
    fn chart(width: u32, height: u32) -> Vec<u8> {
        let mut png = Vec::new();
        let mut encoder = png::Encoder::new(&mut png, width, height);
        encoder.set_color(png::ColorType::Rgb);
        let bytes: Vec<u8> =
            (0..height).flat_map(|y| (0..width).flat_map(move |x| [x as u8, y as u8, 7])).collect();
        encoder.write_header().unwrap().write_image_data(&bytes).unwrap();
        png
    }

    fn decode(png: &[u8]) -> (u32, u32, Vec<u8>) {
        let mut reader = png::Decoder::new(Cursor::new(png)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        (info.width, info.height, pixels)
    }

    #[test]
    fn a_cut_holds_the_pixels_of_its_area() {
        let cut = crop(&chart(20, 10), Area { left: 3, top: 4, width: 2, height: 2 }).unwrap();
        assert_eq!(decode(&cut), (2, 2, vec![3, 4, 7, 4, 4, 7, 3, 5, 7, 4, 5, 7]));
    }

    #[test]
    fn a_cut_ends_where_the_picture_ends() {
        let cut = crop(&chart(20, 10), Area { left: 18, top: 9, width: 50, height: 50 }).unwrap();
        assert_eq!(decode(&cut), (2, 1, vec![18, 9, 7, 19, 9, 7]));
    }

    #[test]
    fn a_cut_outside_the_picture_is_refused() {
        assert!(crop(&chart(4, 4), Area { left: 9, top: 0, width: 2, height: 2 }).is_err());
    }
}
