//! Plots as SVG. Text stays text, and its colour is that of the surrounding page.

use std::ops::Range;

use anyhow::{Context, Result};
use plotters::coord::Shift;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use plotters::prelude::*;

use crate::report::{Curve, Growth};

/// Colours that can be distinguished on white and on black, in the order of the contenders.
pub const COLOURS: [(u8, u8, u8); 6] =
    [(45, 125, 210), (222, 125, 40), (46, 158, 110), (205, 75, 80), (140, 105, 190), (120, 130, 140)];

/// A placeholder for the text colour, used for nothing else.
const INK: RGBColor = RGBColor(1, 2, 3);
const INK_TEXT: &str = "#010203";

const SIZE: (u32, u32) = (760, 280);
const PANEL: (u32, u32) = (250, 170);
const PANELS_BESIDE: usize = 3;

/// Latency distributions: the quantile by nines on the x axis, the latency on the y axis.
pub fn spread(curves: &[Curve]) -> Result<String> {
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, SIZE).into_drawing_area();
        let points = curves.iter().flat_map(|curve| &curve.points);
        let nines = points.clone().map(|(share, _)| count_nines(*share)).fold(1.0, f64::max);
        let (low, high) = range(points.map(|(_, micros)| *micros)).context("there are no latencies")?;
        let mut chart = ChartBuilder::on(&area)
            .margin(8)
            .x_label_area_size(44)
            .y_label_area_size(64)
            .build_cartesian_2d(Nines(nines), Magnitudes { low, high, marks: &[1.0, 2.0, 5.0] })?;
        chart
            .configure_mesh()
            .axis_style(INK.mix(0.5))
            .bold_line_style(INK.mix(0.15))
            .light_line_style(TRANSPARENT)
            .label_style(("sans-serif", 15).into_font().color(&INK))
            .y_label_formatter(&|micros| time(*micros))
            .x_desc("share of answers that took no longer")
            .draw()?;
        for (curve, colour) in curves.iter().zip(COLOURS.into_iter().cycle()) {
            let line = curve.points.iter().map(|(share, micros)| (self::count_nines(*share), *micros));
            chart.draw_series(LineSeries::new(line, rgb(colour).stroke_width(2)))?;
        }
        area.present()?;
    }
    Ok(use_text_colour(&svg))
}

/// Latency by size: one panel per kind of request, the number of articles on the x axis, the latency on the y axis.
pub fn growth(all: &[Growth]) -> Result<String> {
    let mut svg = String::new();
    let beside = u32::try_from(PANELS_BESIDE)?;
    let below = u32::try_from(all.len().div_ceil(PANELS_BESIDE))?;
    {
        let size = (PANEL.0 * beside, PANEL.1 * below);
        let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        let points = all.iter().flat_map(|one| &one.points);
        let times = range(points.clone().flat_map(|(_, p50, p99)| [*p50, *p99]));
        let articles = range(points.map(|(articles, ..)| *articles));
        let (times, articles) = times.zip(articles).context("there are no latencies")?;
        let panels = area.split_evenly((usize::try_from(below)?, PANELS_BESIDE));
        for (one, panel) in all.iter().zip(&panels) {
            draw_growth(one, panel, times, articles)?;
        }
        area.present()?;
    }
    Ok(use_text_colour(&svg))
}

fn draw_growth(
    one: &Growth,
    panel: &DrawingArea<SVGBackend<'_>, Shift>,
    (low, high): (f64, f64),
    (fewest, most): (f64, f64),
) -> Result<()> {
    let times = Magnitudes { low, high, marks: &[1.0, 3.0] };
    let articles = Magnitudes { low: fewest, high: most, marks: &[1.0] };
    let mut chart = ChartBuilder::on(panel)
        .margin(6)
        .caption(&one.name, ("sans-serif", 15).into_font().color(&INK))
        .x_label_area_size(20)
        .y_label_area_size(52)
        .build_cartesian_2d(articles, times)?;
    chart
        .configure_mesh()
        .axis_style(INK.mix(0.5))
        .bold_line_style(INK.mix(0.15))
        .light_line_style(TRANSPARENT)
        .label_style(("sans-serif", 13).into_font().color(&INK))
        .x_label_formatter(&|articles| short_number(*articles))
        .y_label_formatter(&|micros| time(*micros))
        .draw()?;
    let [half, most_of] = [COLOURS[0], COLOURS[1]].map(rgb);
    let p50 = one.points.iter().map(|(articles, p50, _)| (*articles, *p50));
    chart.draw_series(LineSeries::new(p50, half.stroke_width(2)))?;
    let p99 = one.points.iter().map(|(articles, _, p99)| (*articles, *p99));
    chart.draw_series(LineSeries::new(p99, most_of.stroke_width(2)))?;
    Ok(())
}

/// A logarithmic axis with marks at some multiples of each power of ten.
struct Magnitudes {
    low: f64,
    high: f64,
    marks: &'static [f64],
}

impl Ranged for Magnitudes {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (from, to): (i32, i32)) -> i32 {
        let share = (value / self.low).ln() / (self.high / self.low).ln();
        from + (f64::from(to - from) * share).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _hint: Hint) -> Vec<f64> {
        let powers = self.low.log10().floor() as i32..=self.high.log10().floor() as i32;
        let marks = powers.flat_map(|power| self.marks.iter().map(move |mark| mark * 10f64.powi(power)));
        marks.filter(|mark| (self.low..=self.high).contains(mark)).collect()
    }

    fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

impl ValueFormatter<f64> for Magnitudes {}

/// An axis of quantiles by number of nines, with a mark at each nine and at one half.
struct Nines(f64);

impl Ranged for Nines {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (from, to): (i32, i32)) -> i32 {
        from + (f64::from(to - from) * value / self.0).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _hint: Hint) -> Vec<f64> {
        let marks = [0.0, 0.5, 0.9, 0.99, 0.999, 0.9999];
        marks.into_iter().map(count_nines).filter(|mark| *mark <= self.0 + 0.01).collect()
    }

    fn range(&self) -> Range<f64> {
        0.0..self.0
    }
}

impl ValueFormatter<f64> for Nines {
    fn format_ext(&self, value: &f64) -> String {
        let percent = 100.0 * (1.0 - 10f64.powf(-value));
        let text = format!("{percent:.2}");
        format!("{} %", text.trim_end_matches('0').trim_end_matches('.'))
    }
}

fn count_nines(share: f64) -> f64 {
    -(1.0 - share).log10()
}

/// The range of the values with some margin.
fn range(values: impl Iterator<Item = f64> + Clone) -> Option<(f64, f64)> {
    let least = values.clone().reduce(f64::min)?;
    Some((least * 0.8, values.fold(least, f64::max) * 1.25))
}

fn rgb((red, green, blue): (u8, u8, u8)) -> RGBColor {
    RGBColor(red, green, blue)
}

fn time(micros: f64) -> String {
    match micros {
        micros if micros < 1_000.0 => format!("{micros:.0} µs"),
        micros if micros < 10_000.0 => format!("{:.1} ms", micros / 1e3),
        micros => format!("{:.0} ms", micros / 1e3),
    }
}

fn short_number(count: f64) -> String {
    match count {
        count if count < 1_000.0 => format!("{count:.0}"),
        count if count < 1e6 => format!("{:.0}k", count / 1e3),
        count => format!("{:.0}M", count / 1e6),
    }
}

fn use_text_colour(svg: &str) -> String {
    svg.replace(INK_TEXT, "currentColor")
}
