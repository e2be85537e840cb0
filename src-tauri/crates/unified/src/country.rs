//! Countries by name, to their ISO 3166-1 codes.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::fold::fold;

/// The ISO 3166-1 alpha-2 code of a country given by name, usual other name or code; [`None`] if the text is
/// none of these.
#[must_use]
pub fn country_code(name: &str) -> Option<&'static str> {
    static CODES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        let entries = COUNTRIES.iter().flat_map(|(alpha_2, alpha_3, names)| {
            [*alpha_2, *alpha_3].into_iter().chain(names.split('|')).map(|name| (name, *alpha_2))
        });
        entries.collect()
    });
    let name = name.trim();
    if matches!(name.len(), 2 | 3)
        && let Some(code) = CODES.get(name.to_ascii_uppercase().as_str())
    {
        return Some(code);
    }
    CODES.get(key(name).as_str()).copied()
}

/// A name without case, accents, punctuation and articles.
fn key(name: &str) -> String {
    let folded = fold(name);
    let words =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "the");
    let mut key = String::with_capacity(folded.len());
    for word in words {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// Alpha-2 code, alpha-3 code, names as [`key`] makes them.
#[rustfmt::skip]
const COUNTRIES: &[(&str, &str, &str)] = &[
    ("AD", "AND", "andorra|principality of andorra"),
    ("AE", "ARE", "emirates|u a e|uae|united arab emirates"),
    ("AF", "AFG", "afghanistan|islamic republic of afghanistan"),
    ("AG", "ATG", "antigua and barbuda|antigua barbuda"),
    ("AI", "AIA", "anguilla"),
    ("AL", "ALB", "albania|republic of albania"),
    ("AM", "ARM", "armenia|republic of armenia"),
    ("AO", "AGO", "angola|republic of angola"),
    ("AQ", "ATA", "antarctica"),
    ("AR", "ARG", "argentina|argentine republic"),
    ("AS", "ASM", "american samoa"),
    ("AT", "AUT", "austria|autriche|osterreich|republic of austria"),
    ("AU", "AUS", "australia"),
    ("AW", "ABW", "aruba"),
    ("AX", "ALA", "aland islands"),
    ("AZ", "AZE", "azerbaijan|republic of azerbaijan"),
    ("BA", "BIH", "bosna i hercegovina|bosnia|bosnia and herzegovina|bosnia herzegovina|republic of bosnia and herzegovina"),
    ("BB", "BRB", "barbados"),
    ("BD", "BGD", "bangladesh|people s republic of bangladesh"),
    ("BE", "BEL", "belgie|belgien|belgique|belgium|kingdom of belgium"),
    ("BF", "BFA", "burkina faso"),
    ("BG", "BGR", "bulgaria|republic of bulgaria|българия"),
    ("BH", "BHR", "bahrain|kingdom of bahrain"),
    ("BI", "BDI", "burundi|republic of burundi"),
    ("BJ", "BEN", "benin|republic of benin"),
    ("BL", "BLM", "saint barthelemy|st barts"),
    ("BM", "BMU", "bermuda"),
    ("BN", "BRN", "brunei|brunei darussalam"),
    ("BO", "BOL", "bolivia|bolivia plurinational state of|plurinational state of bolivia"),
    ("BQ", "BES", "bonaire|bonaire sint eustatius and saba|caribbean netherlands|caribbean nl"),
    ("BR", "BRA", "brasil|brasilien|brazil|federative republic of brazil"),
    ("BS", "BHS", "bahamas|commonwealth of bahamas"),
    ("BT", "BTN", "bhutan|kingdom of bhutan"),
    ("BV", "BVT", "bouvet island"),
    ("BW", "BWA", "botswana|republic of botswana"),
    ("BY", "BLR", "belarus|republic of belarus"),
    ("BZ", "BLZ", "belize"),
    ("CA", "CAN", "canada|kanada"),
    ("CC", "CCK", "cocos islands|cocos keeling islands|keeling islands"),
    ("CD", "COD", "congo democratic republic of|congo drc|congo kinshasa|democratic republic of congo|dr congo|drc"),
    ("CF", "CAF", "central african rep|central african republic"),
    ("CG", "COG", "congo|congo brazzaville|congo republic|republic of congo"),
    ("CH", "CHE", "schweiz|suisse|suiza|svizzera|swiss confederation|switzerland|zwitserland"),
    ("CI", "CIV", "cote d ivoire|cote divoire|ivory coast|republic of cote d ivoire"),
    ("CK", "COK", "cook islands"),
    ("CL", "CHL", "chile|republic of chile"),
    ("CM", "CMR", "cameroon|republic of cameroon"),
    ("CN", "CHN", "china|mainland china|people s republic of china|prc|中国"),
    ("CO", "COL", "colombia|republic of colombia"),
    ("CR", "CRI", "costa rica|republic of costa rica"),
    ("CU", "CUB", "cuba|republic of cuba"),
    ("CV", "CPV", "cabo verde|cape verde|republic of cabo verde"),
    ("CW", "CUW", "curacao"),
    ("CX", "CXR", "christmas island"),
    ("CY", "CYP", "cyprus|republic of cyprus"),
    ("CZ", "CZE", "ceska republika|cesko|czech republic|czechia|tschechien"),
    ("DE", "DEU", "alemania|allemagne|brd|deutschland|duitsland|federal republic of germany|germania|germany"),
    ("DJ", "DJI", "djibouti|republic of djibouti"),
    ("DK", "DNK", "danemark|danmark|denmark|kingdom of denmark"),
    ("DM", "DMA", "commonwealth of dominica|dominica"),
    ("DO", "DOM", "dominican republic|republica dominicana"),
    ("DZ", "DZA", "algeria|people s democratic republic of algeria"),
    ("EC", "ECU", "ecuador|republic of ecuador"),
    ("EE", "EST", "eesti|estonia|republic of estonia"),
    ("EG", "EGY", "arab republic of egypt|egypt"),
    ("EH", "ESH", "western sahara"),
    ("ER", "ERI", "eritrea|state of eritrea"),
    ("ES", "ESP", "espagne|espana|kingdom of spain|spagna|spain|spanien"),
    ("ET", "ETH", "ethiopia|federal democratic republic of ethiopia"),
    ("FI", "FIN", "finland|finnland|republic of finland|suomi"),
    ("FJ", "FJI", "fiji|republic of fiji"),
    ("FK", "FLK", "falkland islands|falkland islands malvinas"),
    ("FM", "FSM", "federated states of micronesia|micronesia|micronesia federated states of"),
    ("FO", "FRO", "faroe islands"),
    ("FR", "FRA", "france|francia|frankreich|french republic"),
    ("GA", "GAB", "gabon|gabonese republic"),
    ("GB", "GBR", "britain|england|gb eng|great britain|northern ireland|regno unito|reino unido|royaume uni|scotland|u k|uk|united kingdom|united kingdom of great britain and northern ireland|vereinigtes konigreich|wales"),
    ("GD", "GRD", "grenada"),
    ("GE", "GEO", "georgia|sakartvelo"),
    ("GF", "GUF", "french guiana"),
    ("GG", "GGY", "guernsey"),
    ("GH", "GHA", "ghana|republic of ghana"),
    ("GI", "GIB", "gibraltar"),
    ("GL", "GRL", "greenland"),
    ("GM", "GMB", "gambia|republic of gambia"),
    ("GN", "GIN", "guinea|republic of guinea"),
    ("GP", "GLP", "guadeloupe"),
    ("GQ", "GNQ", "equatorial guinea|republic of equatorial guinea"),
    ("GR", "GRC", "greece|griechenland|hellas|hellenic republic|ελλαδα"),
    ("GS", "SGS", "south georgia and south sandwich islands|south georgia south sandwich islands"),
    ("GT", "GTM", "guatemala|republic of guatemala"),
    ("GU", "GUM", "guam"),
    ("GW", "GNB", "guinea bissau|republic of guinea bissau"),
    ("GY", "GUY", "guyana|republic of guyana"),
    ("HK", "HKG", "hong kong|hong kong sar|hong kong special administrative region of china|hongkong|香港"),
    ("HM", "HMD", "heard island and mcdonald islands|heard island mcdonald islands"),
    ("HN", "HND", "honduras|republic of honduras"),
    ("HR", "HRV", "croatia|hrvatska|kroatien|republic of croatia"),
    ("HT", "HTI", "haiti|republic of haiti"),
    ("HU", "HUN", "hungary|magyarorszag|ungarn"),
    ("ID", "IDN", "indonesia|republic of indonesia"),
    ("IE", "IRL", "eire|ireland|irland|republic of ireland"),
    ("IL", "ISR", "israel|state of israel"),
    ("IM", "IMN", "isle of man"),
    ("IN", "IND", "bharat|india|republic of india"),
    ("IO", "IOT", "british indian ocean territory"),
    ("IQ", "IRQ", "iraq|republic of iraq"),
    ("IR", "IRN", "iran|iran islamic republic of|islamic republic of iran"),
    ("IS", "ISL", "iceland|island|republic of iceland"),
    ("IT", "ITA", "italia|italian republic|italie|italien|italy"),
    ("JE", "JEY", "jersey"),
    ("JM", "JAM", "jamaica"),
    ("JO", "JOR", "hashemite kingdom of jordan|jordan"),
    ("JP", "JPN", "japan|nippon|日本"),
    ("KE", "KEN", "kenya|republic of kenya"),
    ("KG", "KGZ", "kyrgyz republic|kyrgyzstan"),
    ("KH", "KHM", "cambodia|kingdom of cambodia"),
    ("KI", "KIR", "kiribati|republic of kiribati"),
    ("KM", "COM", "comoros|union of comoros"),
    ("KN", "KNA", "saint kitts and nevis|saint kitts nevis|st kitts and nevis|st kitts nevis"),
    ("KP", "PRK", "democratic people s republic of korea|korea democratic people s republic of|korea north|north korea"),
    ("KR", "KOR", "korea|korea republic of|korea south|republic of korea|south korea|대한민국|한국"),
    ("KW", "KWT", "kuwait|state of kuwait"),
    ("KY", "CYM", "cayman islands"),
    ("KZ", "KAZ", "kazakhstan|republic of kazakhstan"),
    ("LA", "LAO", "lao pdr|lao people s democratic republic|laos"),
    ("LB", "LBN", "lebanese republic|lebanon"),
    ("LC", "LCA", "saint lucia|st lucia"),
    ("LI", "LIE", "liechtenstein|principality of liechtenstein"),
    ("LK", "LKA", "democratic socialist republic of sri lanka|sri lanka"),
    ("LR", "LBR", "liberia|republic of liberia"),
    ("LS", "LSO", "kingdom of lesotho|lesotho"),
    ("LT", "LTU", "lietuva|lithuania|republic of lithuania"),
    ("LU", "LUX", "grand duchy of luxembourg|luxembourg|luxemburg"),
    ("LV", "LVA", "latvia|latvija|republic of latvia"),
    ("LY", "LBY", "libya"),
    ("MA", "MAR", "kingdom of morocco|morocco"),
    ("MC", "MCO", "monaco|principality of monaco"),
    ("MD", "MDA", "moldova|moldova republic of|republic of moldova"),
    ("ME", "MNE", "crna gora|montenegro"),
    ("MF", "MAF", "saint martin|saint martin french part"),
    ("MG", "MDG", "madagascar|republic of madagascar"),
    ("MH", "MHL", "marshall islands|republic of marshall islands"),
    ("MK", "MKD", "fyrom|macedonia|north macedonia|republic of macedonia|republic of north macedonia"),
    ("ML", "MLI", "mali|republic of mali"),
    ("MM", "MMR", "burma|myanmar|myanmar burma|republic of myanmar"),
    ("MN", "MNG", "mongolia"),
    ("MO", "MAC", "macao|macao special administrative region of china|macau|macau sar"),
    ("MP", "MNP", "commonwealth of northern mariana islands|northern mariana islands"),
    ("MQ", "MTQ", "martinique"),
    ("MR", "MRT", "islamic republic of mauritania|mauritania"),
    ("MS", "MSR", "montserrat"),
    ("MT", "MLT", "malta|republic of malta"),
    ("MU", "MUS", "mauritius|republic of mauritius"),
    ("MV", "MDV", "maldives|republic of maldives"),
    ("MW", "MWI", "malawi|republic of malawi"),
    ("MX", "MEX", "mexico|mexiko|united mexican states"),
    ("MY", "MYS", "malaysia"),
    ("MZ", "MOZ", "mozambique|republic of mozambique"),
    ("NA", "NAM", "namibia|republic of namibia"),
    ("NC", "NCL", "new caledonia"),
    ("NE", "NER", "niger|republic of niger"),
    ("NF", "NFK", "norfolk island"),
    ("NG", "NGA", "federal republic of nigeria|nigeria"),
    ("NI", "NIC", "nicaragua|republic of nicaragua"),
    ("NL", "NLD", "holland|kingdom of netherlands|nederland|netherlands|niederlande|paises bajos|pays bas"),
    ("NO", "NOR", "kingdom of norway|norge|norway|norwegen"),
    ("NP", "NPL", "federal democratic republic of nepal|nepal"),
    ("NR", "NRU", "nauru|republic of nauru"),
    ("NU", "NIU", "niue"),
    ("NZ", "NZL", "aotearoa|new zealand"),
    ("OM", "OMN", "oman|sultanate of oman"),
    ("PA", "PAN", "panama|republic of panama"),
    ("PE", "PER", "peru|republic of peru"),
    ("PF", "PYF", "french polynesia"),
    ("PG", "PNG", "independent state of papua new guinea|papua new guinea"),
    ("PH", "PHL", "philippines|republic of philippines"),
    ("PK", "PAK", "islamic republic of pakistan|pakistan"),
    ("PL", "POL", "poland|polen|pologne|polonia|polska|republic of poland"),
    ("PM", "SPM", "saint pierre and miquelon|saint pierre miquelon"),
    ("PN", "PCN", "pitcairn|pitcairn islands"),
    ("PR", "PRI", "puerto rico"),
    ("PS", "PSE", "palestine|palestinian territories|palestinian territory|state of palestine"),
    ("PT", "PRT", "portugal|portuguese republic"),
    ("PW", "PLW", "palau|republic of palau"),
    ("PY", "PRY", "paraguay|republic of paraguay"),
    ("QA", "QAT", "qatar|state of qatar"),
    ("RE", "REU", "reunion"),
    ("RO", "ROU", "romania|rumanien"),
    ("RS", "SRB", "republic of serbia|serbia|srbija|србија"),
    ("RU", "RUS", "russia|russian federation|россия"),
    ("RW", "RWA", "rwanda|rwandese republic"),
    ("SA", "SAU", "kingdom of saudi arabia|ksa|saudi arabia"),
    ("SB", "SLB", "solomon islands"),
    ("SC", "SYC", "republic of seychelles|seychelles"),
    ("SD", "SDN", "republic of sudan|sudan"),
    ("SE", "SWE", "kingdom of sweden|schweden|sverige|sweden"),
    ("SG", "SGP", "republic of singapore|singapore"),
    ("SH", "SHN", "saint helena"),
    ("SI", "SVN", "republic of slovenia|slovenia|slovenija"),
    ("SJ", "SJM", "svalbard|svalbard and jan mayen|svalbard jan mayen"),
    ("SK", "SVK", "slovak republic|slovakia|slovensko"),
    ("SL", "SLE", "republic of sierra leone|sierra leone"),
    ("SM", "SMR", "republic of san marino|san marino"),
    ("SN", "SEN", "republic of senegal|senegal"),
    ("SO", "SOM", "federal republic of somalia|somalia"),
    ("SR", "SUR", "republic of suriname|suriname"),
    ("SS", "SSD", "republic of south sudan|south sudan"),
    ("ST", "STP", "democratic republic of sao tome and principe|sao tome and principe|sao tome principe"),
    ("SV", "SLV", "el salvador|republic of el salvador"),
    ("SX", "SXM", "sint maarten|sint maarten dutch part"),
    ("SY", "SYR", "syria|syrian arab republic"),
    ("SZ", "SWZ", "eswatini|kingdom of eswatini|swaziland"),
    ("TC", "TCA", "turks and caicos islands|turks caicos is|turks caicos islands"),
    ("TD", "TCD", "chad|republic of chad"),
    ("TF", "ATF", "french s terr|french southern territories"),
    ("TG", "TGO", "togo|togolese republic"),
    ("TH", "THA", "kingdom of thailand|thailand"),
    ("TJ", "TJK", "republic of tajikistan|tajikistan"),
    ("TK", "TKL", "tokelau"),
    ("TL", "TLS", "democratic republic of timor leste|east timor|timor leste"),
    ("TM", "TKM", "turkmenistan"),
    ("TN", "TUN", "republic of tunisia|tunisia"),
    ("TO", "TON", "kingdom of tonga|tonga"),
    ("TR", "TUR", "republic of turkiye|turkey|turkiye"),
    ("TT", "TTO", "republic of trinidad and tobago|trinidad|trinidad and tobago|trinidad tobago"),
    ("TV", "TUV", "tuvalu"),
    ("TW", "TWN", "taiwan|taiwan province of china|台湾|台灣"),
    ("TZ", "TZA", "tanzania|tanzania united republic of|united republic of tanzania"),
    ("UA", "UKR", "ukraine|украіна"),
    ("UG", "UGA", "republic of uganda|uganda"),
    ("UM", "UMI", "united states minor outlying islands|us minor outlying islands"),
    ("US", "USA", "america|estados unidos|etats unis|stati uniti|u s|u s a|united states|united states of america|us of a|usa|vereinigte staaten|verenigde staten|u s"),
    ("UY", "URY", "eastern republic of uruguay|uruguay"),
    ("UZ", "UZB", "republic of uzbekistan|uzbekistan"),
    ("VA", "VAT", "holy see|holy see vatican city state|vatican|vatican city"),
    ("VC", "VCT", "saint vincent|saint vincent and grenadines|st vincent|st vincent and grenadines"),
    ("VE", "VEN", "bolivarian republic of venezuela|venezuela|venezuela bolivarian republic of"),
    ("VG", "VGB", "british virgin islands|virgin islands british"),
    ("VI", "VIR", "u s virgin islands|united states virgin islands|us virgin islands|virgin islands of united states|virgin islands u s"),
    ("VN", "VNM", "socialist republic of viet nam|viet nam|vietnam"),
    ("VU", "VUT", "republic of vanuatu|vanuatu"),
    ("WF", "WLF", "wallis and futuna|wallis futuna"),
    ("WS", "WSM", "independent state of samoa|samoa|western samoa"),
    ("XK", "XKX", "kosovo"),
    ("YE", "YEM", "republic of yemen|yemen"),
    ("YT", "MYT", "mayotte"),
    ("ZA", "ZAF", "republic of south africa|rsa|south africa"),
    ("ZM", "ZMB", "republic of zambia|zambia"),
    ("ZW", "ZWE", "republic of zimbabwe|zimbabwe"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_aliases_and_codes_are_recognised() {
        for (name, code) in [
            ("Germany", "DE"),
            (" deutschland ", "DE"),
            ("DEU", "DE"),
            ("de", "DE"),
            ("United States", "US"),
            ("The United States of America", "US"),
            ("U.S.A.", "US"),
            ("UK", "GB"),
            ("Scotland", "GB"),
            ("Côte d'Ivoire", "CI"),
            ("Cote d’Ivoire", "CI"),
            ("Österreich", "AT"),
            ("Korea, Republic of", "KR"),
            ("The Netherlands", "NL"),
            ("Türkiye", "TR"),
            ("대한민국", "KR"),
            ("台湾", "TW"),
            ("България", "BG"),
            ("Ελλάδα", "GR"),
        ] {
            assert_eq!(country_code(name), Some(code), "{name}");
        }
    }

    #[test]
    fn other_text_is_no_country() {
        for name in ["", " ", "Atlantis", "EU", "ZZ", "Berlin", "Remote", "D", "Germany and France"] {
            assert_eq!(country_code(name), None, "{name}");
        }
    }

    #[test]
    fn every_name_can_be_found_and_means_one_country() {
        for (alpha_2, alpha_3, names) in COUNTRIES {
            for name in names.split('|').chain([*alpha_2, *alpha_3]) {
                assert_eq!(country_code(name), Some(*alpha_2), "{name}");
            }
            for name in names.split('|') {
                assert_eq!(key(name), name);
            }
        }
    }
}
