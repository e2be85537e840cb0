//! Where people live.

/// A city as Ashby shows it, with what a phone number there looks like.
pub(crate) struct Place {
    pub city: &'static str,
    pub region: &'static str,
    pub country: &'static str,
    pub timezone: &'static str,
    /// A number in a range that regulators keep free for fiction; `#` stands for a digit.
    pub phone: &'static str,
}

const fn place(
    city: &'static str,
    region: &'static str,
    country: &'static str,
    timezone: &'static str,
    phone: &'static str,
) -> Place {
    Place { city, region, country, timezone, phone }
}

const US: &str = "+1 ### 555 01##";
const UK: &str = "+44 7700 900###";
const FR: &str = "+33 6 39 98 ## ##";
const DE: &str = "+49 30 23125 ###";
const SE: &str = "+46 70 174 06 ##";
const AU: &str = "+61 491 570 1##";

/// Cities; the order is part of what a seed means, so new ones go to the end.
pub(crate) const PLACES: &[Place] = &[
    place("Oslo", "Oslo", "Norway", "Europe/Oslo", SE),
    place("Halden", "Østfold", "Norway", "Europe/Oslo", SE),
    place("Göteborg", "Västra Götaland", "Sweden", "Europe/Stockholm", SE),
    place("Aarhus", "Midtjylland", "Denmark", "Europe/Copenhagen", SE),
    place("Berlin", "Berlin", "Germany", "Europe/Berlin", DE),
    place("Köln", "Nordrhein-Westfalen", "Germany", "Europe/Berlin", DE),
    place("Zürich", "Zürich", "Switzerland", "Europe/Zurich", DE),
    place("London", "England", "United Kingdom", "Europe/London", UK),
    place("Edinburgh", "Scotland", "United Kingdom", "Europe/London", UK),
    place("Cork", "Munster", "Ireland", "Europe/Dublin", UK),
    place("Lyon", "Auvergne-Rhône-Alpes", "France", "Europe/Paris", FR),
    place("Toulouse", "Occitanie", "France", "Europe/Paris", FR),
    place("Barcelona", "Catalunya", "Spain", "Europe/Madrid", FR),
    place("Porto", "Norte", "Portugal", "Europe/Lisbon", FR),
    place("Bologna", "Emilia-Romagna", "Italy", "Europe/Rome", FR),
    place("Thessaloniki", "Central Macedonia", "Greece", "Europe/Athens", FR),
    place("Kraków", "Małopolskie", "Poland", "Europe/Warsaw", DE),
    place("Brno", "Jihomoravský kraj", "Czechia", "Europe/Prague", DE),
    place("Cluj-Napoca", "Cluj", "Romania", "Europe/Bucharest", DE),
    place("Bengaluru", "Karnataka", "India", "Asia/Kolkata", UK),
    place("Pune", "Maharashtra", "India", "Asia/Kolkata", UK),
    place("Singapore", "Singapore", "Singapore", "Asia/Singapore", AU),
    place("Taipei", "Taipei", "Taiwan", "Asia/Taipei", AU),
    place("Seoul", "Seoul", "South Korea", "Asia/Seoul", AU),
    place("Lagos", "Lagos", "Nigeria", "Africa/Lagos", UK),
    place("Nairobi", "Nairobi County", "Kenya", "Africa/Nairobi", UK),
    place("Montréal", "Québec", "Canada", "America/Toronto", US),
    place("Ciudad de México", "CDMX", "Mexico", "America/Mexico_City", US),
    place("São Paulo", "São Paulo", "Brazil", "America/Sao_Paulo", US),
    place("İzmir", "İzmir", "Türkiye", "Europe/Istanbul", DE),
    place("Boston", "Massachusetts", "United States", "America/New_York", US),
    place("Pittsburgh", "Pennsylvania", "United States", "America/New_York", US),
    place("Austin", "Texas", "United States", "America/Chicago", US),
    place("Oakland", "California", "United States", "America/Los_Angeles", US),
    place("Melbourne", "Victoria", "Australia", "Australia/Melbourne", AU),
    place("Wellington", "Wellington", "New Zealand", "Pacific/Auckland", AU),
    place("Toronto", "Ontario", "Canada", "America/Toronto", US),
    place("Utrecht", "Utrecht", "Netherlands", "Europe/Amsterdam", DE),
    place("Tampere", "Pirkanmaa", "Finland", "Europe/Helsinki", SE),
    place("Luxembourg", "", "Luxembourg", "Europe/Luxembourg", FR),
];
