//! What a chart's template needs: shapes with their places, in the units of its own picture.
//! Places are whole numbers, so that a picture is the same text everywhere.

/// One chart.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::web) struct Chart {
    /// Unique on its page.
    pub(in crate::web) id: String,
    /// What is drawn, in a few words.
    pub(in crate::web) title: String,
    /// The same data in words, for those who do not see the picture.
    pub(in crate::web) description: String,
    /// Width of the picture.
    pub(in crate::web) width: i64,
    /// Height of the picture.
    pub(in crate::web) height: i64,
    /// Horizontal lines with the number each stands for.
    pub(in crate::web) rules: Vec<Rule>,
    /// Lines between answers that follow one another: lists of points as SVG writes them.
    pub(in crate::web) lines: Vec<String>,
    /// One for each time, answered or not, from the earliest.
    pub(in crate::web) marks: Vec<Mark>,
}

/// A horizontal line.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::web) struct Rule {
    /// Where it begins.
    pub(in crate::web) left: i64,
    /// Where it ends.
    pub(in crate::web) right: i64,
    /// How far from the top.
    pub(in crate::web) y: i64,
    /// The number it stands for.
    pub(in crate::web) number: i64,
}

/// One time.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::web) struct Mark {
    /// How far from the left.
    pub(in crate::web) x: i64,
    /// How far from the top; below the scale when there was no number.
    pub(in crate::web) y: i64,
    /// Its shape.
    pub(in crate::web) shape: Shape,
    /// The number, or nothing.
    pub(in crate::web) figure: Option<i64>,
    /// "3 Mar".
    pub(in crate::web) day: String,
    /// "2026".
    pub(in crate::web) year: String,
}

/// A shape tells apart what colour alone must not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::web) enum Shape {
    /// An earlier answer.
    Ring,
    /// The answer of the assessment on the page.
    Diamond,
    /// No number that time.
    Cross,
}

impl Chart {
    /// Whether there was no number at one of the times.
    pub(in crate::web) fn has_gaps(&self) -> bool {
        self.marks.iter().any(|mark| mark.shape == Shape::Cross)
    }
}

impl Mark {
    /// The corners of a diamond around the mark, as SVG writes them.
    pub(in crate::web) fn diamond(&self) -> String {
        let Self { x, y, .. } = self;
        format!("{x},{} {},{y} {x},{} {},{y}", y - 7, x + 7, y + 7, x - 7)
    }

    /// The two strokes of a cross around the mark, as an SVG path.
    pub(in crate::web) fn cross(&self) -> String {
        let Self { x, y, .. } = self;
        format!("M{} {}l8 8m0 -8l-8 8", x - 4, y - 4)
    }

    /// How far from the top its figure stands: above the shape.
    pub(in crate::web) fn figure_y(&self) -> i64 {
        self.y - 12
    }
}
