//! A small writer of PDF 1.4: A4 pages, Helvetica, wrapped text.

/// One of the two fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    Regular,
    Bold,
}

const WIDTH: f64 = 595.0;
const HEIGHT: f64 = 842.0;
const MARGIN: f64 = 62.0;

/// A document that grows downwards and turns the page by itself.
#[derive(Debug)]
pub(crate) struct Document {
    title: Vec<u8>,
    pages: Vec<Vec<u8>>,
    down: f64,
}

impl Document {
    pub fn new(title: &str) -> Self {
        Self { title: escaped(title), pages: vec![Vec::new()], down: HEIGHT - MARGIN }
    }

    pub fn space(&mut self, points: f64) {
        self.down -= points;
    }

    /// One line, broken if it is wider than the page.
    pub fn line(&mut self, face: Face, size: f64, text: &str) {
        self.wrapped(face, size, text, 0.0);
    }

    pub fn paragraph(&mut self, face: Face, size: f64, text: &str) {
        self.wrapped(face, size, text, 0.0);
        self.space(3.0);
    }

    pub fn heading(&mut self, text: &str) {
        self.space(12.0);
        self.line(Face::Bold, 12.5, text);
        self.space(2.0);
    }

    pub fn bullet(&mut self, size: f64, text: &str) {
        let top = self.down;
        self.wrapped(Face::Regular, size, text, 14.0);
        // A bullet stays with its line, also when that began a new page.
        let down = if self.down > top { HEIGHT - MARGIN } else { top };
        self.show(Face::Regular, size, &escaped("•"), MARGIN + 3.0, down - size);
    }

    /// A thin line across the page.
    pub fn rule(&mut self) {
        self.space(6.0);
        let (y, right) = (self.down, WIDTH - MARGIN);
        self.write(&format!("0.6 G 0.7 w {MARGIN:.1} {y:.1} m {right:.1} {y:.1} l S\n"));
        self.space(4.0);
    }

    fn wrapped(&mut self, face: Face, size: f64, text: &str, indent: f64) {
        let room = WIDTH - 2.0 * MARGIN - indent;
        let mut line = String::new();
        for word in text.split(' ') {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if width(&longer, size) > room && !line.is_empty() {
                self.advance(face, size, &line, indent);
                word.clone_into(&mut line);
            } else {
                line = longer;
            }
        }
        self.advance(face, size, &line, indent);
    }

    fn advance(&mut self, face: Face, size: f64, line: &str, indent: f64) {
        let height = size * 1.38;
        if self.down - height < MARGIN {
            self.pages.push(Vec::new());
            self.down = HEIGHT - MARGIN;
        }
        self.show(face, size, &escaped(line), MARGIN + indent, self.down - size);
        self.down -= height;
    }

    fn show(&mut self, face: Face, size: f64, text: &[u8], x: f64, y: f64) {
        let font = if face == Face::Bold { "F2" } else { "F1" };
        self.write(&format!("BT /{font} {size:.1} Tf {x:.1} {y:.1} Td ("));
        if let Some(page) = self.pages.last_mut() {
            page.extend_from_slice(text);
        }
        self.write(") Tj ET\n");
    }

    fn write(&mut self, operators: &str) {
        if let Some(page) = self.pages.last_mut() {
            page.extend_from_slice(operators.as_bytes());
        }
    }

    /// The file: catalogue, page tree, fonts, then a page object and a stream for every page.
    pub fn finish(self) -> Vec<u8> {
        const FIRST_PAGE: usize = 6;
        let kids: Vec<String> =
            (0..self.pages.len()).map(|page| format!("{} 0 R", FIRST_PAGE + page * 2)).collect();
        let font = |name: &str| {
            format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
                .into_bytes()
        };
        let mut information = b"<< /Producer (Samara sandbox) /Title (".to_vec();
        information.extend_from_slice(&self.title);
        information.extend_from_slice(b") >>");
        let mut objects: Vec<Vec<u8>> = vec![
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), kids.len()).into_bytes(),
            font("Helvetica"),
            font("Helvetica-Bold"),
            information,
        ];
        for (number, page) in self.pages.into_iter().enumerate() {
            let stream = FIRST_PAGE + number * 2 + 1;
            objects.push(
                format!(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH:.0} {HEIGHT:.0}] /Contents {stream} 0 R \
                     /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
                )
                .into_bytes(),
            );
            let mut content = format!("<< /Length {} >>\nstream\n", page.len()).into_bytes();
            content.extend_from_slice(&page);
            content.extend_from_slice(b"\nendstream");
            objects.push(content);
        }
        assemble(&objects)
    }
}

fn assemble(objects: &[Vec<u8>]) -> Vec<u8> {
    // The second line tells transports that this is binary.
    let mut file = b"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(objects) {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let start = file.len();
    table.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    ));
    file.extend_from_slice(table.as_bytes());
    file
}

/// A literal string in WinAnsi; a letter it lacks becomes its base letter, and a question mark when it has none.
fn escaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for letter in text.chars() {
        let byte = win_ansi(letter)
            .or_else(|| win_ansi(crate::generate::names::plain_letter(letter)))
            .unwrap_or(b'?');
        if matches!(byte, b'(' | b')' | b'\\') {
            bytes.push(b'\\');
        }
        bytes.push(byte);
    }
    bytes
}

fn win_ansi(letter: char) -> Option<u8> {
    const UPPER: &[(char, u8)] = &[
        ('€', 0x80),
        ('…', 0x85),
        ('Š', 0x8A),
        ('Œ', 0x8C),
        ('Ž', 0x8E),
        ('‘', 0x91),
        ('’', 0x92),
        ('“', 0x93),
        ('”', 0x94),
        ('•', 0x95),
        ('–', 0x96),
        ('—', 0x97),
        ('š', 0x9A),
        ('œ', 0x9C),
        ('ž', 0x9E),
        ('Ÿ', 0x9F),
    ];
    match u32::from(letter) {
        0x20..=0x7E | 0xA0..=0xFF => u8::try_from(u32::from(letter)).ok(),
        _ => UPPER.iter().find(|(it, _)| *it == letter).map(|(_, byte)| *byte),
    }
}

/// The width of a text in points, by the metrics of Helvetica; bold is a little wider than this says.
fn width(text: &str, size: f64) -> f64 {
    const ASCII: &[u16; 95] = &[
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556,
        556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778,
        722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278,
        278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];
    let units: u32 = text
        .chars()
        .map(|letter| {
            let at = u32::from(letter).checked_sub(0x20).and_then(|at| usize::try_from(at).ok());
            u32::from(at.and_then(|at| ASCII.get(at)).copied().unwrap_or(600))
        })
        .sum();
    f64::from(units) * size / 1000.0
}
