use std::io::Read as _;

use serde_json::json;

use super::*;

fn export(format: Format, columns: Columns, rows: &[Value]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out");
    let mut export = Export::begin(&path, format, columns, None).unwrap();
    rows.iter().for_each(|row| export.row(row.clone()).unwrap());
    assert_eq!(export.end().unwrap().0, rows.len() as u64);
    (folder, path)
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// Every cell of every sheet, by sheet and row.
fn sheets(path: &Path) -> Vec<Vec<Vec<String>>> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let book = part("xl/workbook.xml");
    assert!(
        part("[Content_Types].xml").contains("sheet1.xml") && part("_rels/.rels").contains("xl/workbook.xml")
    );
    let count = book.matches("<sheet ").count();
    (1..=count)
        .map(|sheet| {
            let sheet = part(&format!("xl/worksheets/sheet{sheet}.xml"));
            let (mut rows, mut reader) = (Vec::new(), quick_xml::Reader::from_str(&sheet));
            loop {
                use quick_xml::events::Event;
                let last =
                    |rows: &mut Vec<Vec<String>>| rows.last_mut().unwrap().last_mut().unwrap() as *mut String;
                let _ = last;
                match reader.read_event().unwrap() {
                    Event::Start(tag) if tag.name().as_ref() == "row" => rows.push(Vec::new()),
                    Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "c" => {
                        rows.last_mut().unwrap().push(String::new());
                    }
                    Event::Text(text) => rows.last_mut().unwrap().last_mut().unwrap().push_str(&text),
                    Event::GeneralRef(name) => {
                        let letter = match &*name {
                            "lt" => '<',
                            "gt" => '>',
                            "amp" => '&',
                            "quot" => '"',
                            "apos" => '\'',
                            other => panic!("{other}"),
                        };
                        rows.last_mut().unwrap().last_mut().unwrap().push(letter);
                    }
                    Event::Eof => break rows,
                    _ => {}
                }
            }
        })
        .collect()
}

#[test]
fn nothing_in_a_csv_becomes_a_formula() {
    let dangerous =
        ["=1+1", "+49 30 1234", "-2", "@SUM(A1)", "\tx", "\rx", "plain, \"quoted\"", "two\nlines"];
    let rows: Vec<Value> = dangerous.iter().map(|text| json!({ "a": text, "b": -2, "c": true })).collect();
    let (_folder, path) = export(Format::Csv, Columns::of(&["a", "b", "c"]), &rows);
    let mut reader = csv::Reader::from_path(path).unwrap();
    let cells: Vec<(String, f64, bool)> = reader.deserialize().map(Result::unwrap).collect();
    assert_eq!(cells.len(), dangerous.len());
    for ((cell, number, yes), text) in cells.iter().zip(dangerous) {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        assert_eq!((cell.strip_prefix('\'').unwrap_or(cell), *number, *yes), (text, -2.0, true));
    }
}

#[test]
fn a_workbook_holds_texts_numbers_and_gaps_and_goes_on_on_another_sheet() {
    let rows = [
        json!({ "a": "=1+1 <b>&\"'", "b": 1.5, "c": null }),
        json!({ "a": "bell\u{7}", "b": "", "c": true }),
        json!({ "a": "é \u{1F600}", "b": -3, "c": false }),
    ];
    let (_folder, path) = export(Format::Xlsx, Columns::of(&["a", "b", "c"]), &rows);
    let head = ["a", "b", "c"].map(str::to_owned).to_vec();
    let first = ["=1+1 <b>&\"'", "1.5", ""].map(str::to_owned).to_vec();
    let others = [["bell", "", "1"], ["é \u{1F600}", "-3", "0"]].map(|row| row.map(str::to_owned).to_vec());
    assert_eq!(sheets(&path), [vec![head.clone(), first.clone(), others[0].clone(), others[1].clone()]]);

    let file = std::fs::File::create(&path).unwrap();
    let mut small = workbook::Workbook::with_rows(file, Columns::of(&["a", "b", "c"]), 2).unwrap();
    rows.iter().for_each(|row| small.row(row).unwrap());
    Box::new(small).end().unwrap();
    let split = sheets(&path);
    assert_eq!(
        split,
        [vec![head.clone(), first], vec![head.clone(), others[0].clone()], vec![head, others[1].clone()]]
    );
}

#[test]
fn a_cell_is_no_longer_than_excel_reads() {
    let (_folder, path) =
        export(Format::Xlsx, Columns::of(&["a"]), &[json!({ "a": "\u{1F600}".repeat(40_000) })]);
    let cell = sheets(&path)[0][1][0].clone();
    assert!((32_760..32_768).contains(&cell.encode_utf16().count()));
}

#[test]
fn lists_in_a_cell_are_in_words() {
    let row = json!({
        "email_addresses": [{ "email_address": "a@x.example", "type": "WORK" }, { "email_address": "b@x.example", "type": null }],
        "location": { "city": "Bern", "raw": "Bern, Switzerland" },
        "roles": ["RECRUITER", "SOURCER"],
        "answers": [{ "question": { "title": "Notice?" }, "answer": { "content": "Two weeks" } }],
        "custom_fields": { "level": "L4" },
    });
    let names = ["email_addresses", "location", "roles", "answers"];
    let columns = Columns::of(&names);
    let (_folder, path) = export(Format::Csv, columns, &[row]);
    let told = text(&path);
    assert!(
        told.contains("a@x.example; b@x.example,\"Bern, Switzerland\",RECRUITER; SOURCER,Notice?: Two weeks"),
        "{told}"
    );
}

#[test]
fn what_tells_who_somebody_is_is_masked_alike_throughout_a_file_and_otherwise_in_the_next() {
    let row = json!({
        "first_name": "Ada", "company": "Acme", "remote_data": { "/candidate.list": { "name": "Ada" } },
        "email_addresses": [{ "email_address": "ada@x.example", "type": "WORK" }],
        "social_media": [{ "link": "https://x.example/ada", "username": "ada" }],
        "custom_fields": { "note": "Ada likes tea", "years": 7 },
        "integration_fields": [{ "id": "i", "key": "k", "type": "CUSTOM", "label": "Note", "value": "Ada" }],
        "screening_question_answers": [{ "question": { "title": "Why?" }, "answer": { "content": "Because Ada" } }],
    });
    let masked = |chance| {
        let mut row = row.clone();
        Mask::new([chance, 1]).apply(&mut row);
        row
    };
    let one = masked(7);
    for text in ["Ada", "ada@", "/ada", "tea", "\"7\""] {
        assert!(!one.to_string().contains(text), "{text}: {one}");
    }
    assert_eq!((&one["company"], &one["remote_data"]), (&json!("Acme"), &Value::Null));
    assert_eq!(one["integration_fields"][0]["label"], "Note");
    assert_eq!(one["screening_question_answers"][0]["question"]["title"], "Why?");
    assert_eq!(one, masked(7));
    assert_ne!(one["first_name"], masked(8)["first_name"]);
    let mut person = json!({ "name": "Ada", "email": null, "stage": { "name": "Offer" } });
    Mask::new([7, 1]).apply(&mut person);
    assert_eq!(person["name"], one["first_name"]);
    assert_eq!(person["stage"]["name"], "Offer");
}

#[test]
fn a_file_that_is_not_finished_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.csv");
    std::fs::write(&path, "before").unwrap();
    let mut export = Export::begin(&path, Format::Csv, Columns::of(&["a"]), None).unwrap();
    export.row(json!({ "a": 1 })).unwrap();
    drop(export);
    assert_eq!(text(&path), "before");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    let missing = Export::begin(&folder.path().join("no/list.csv"), Format::Csv, Columns::of(&["a"]), None);
    assert_eq!(missing.err().unwrap().code, crate::Code::FileRefused);
    assert!(Export::begin(folder.path(), Format::Csv, Columns::of(&["a"]), None).is_err());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_as_such_in_every_format() {
    for format in [Format::Csv, Format::Jsonl, Format::Xlsx] {
        let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let columns = Columns::of(&["a"]);
        let sheet: std::io::Result<Box<dyn Sheet>> = match format {
            Format::Csv => text::Csv::begin(full(), columns).map(|sheet| Box::new(sheet) as _),
            Format::Jsonl => Ok(Box::new(text::Lines::begin(full()))),
            Format::Xlsx => workbook::Workbook::begin(full(), columns).map(|sheet| Box::new(sheet) as _),
        };
        let outcome = sheet.and_then(|mut sheet| {
            for row in 0..5_000 {
                sheet.row(&json!({ "a": format!("{row} {}", "x".repeat(50)) }))?;
            }
            sheet.end()
        });
        let error = refused(Path::new("list"), outcome.unwrap_err());
        assert!(matches!(error, samara_store::Error::DiskFull), "{format:?}: {error}");
    }
}
