//! Names of invented people, by region of origin, and the names that break careless software.

use crate::draw::Draw;

/// Names that go together, and where people who bear them mostly live (places of [`super::places::PLACES`]).
struct Culture {
    first: &'static str,
    last: &'static str,
    homes: &'static [usize],
}

/// A full name in the script its bearer uses, and in Latin letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FullName {
    pub shown: String,
    pub latin: String,
    pub homes: &'static [usize],
}

const CULTURES: &[Culture] = &[
    Culture {
        first: "Ingrid Solveig Åse Marit Sigrid Tuva Live Ragnhild Henrik Håkon Øyvind Lars Eirik Sindre Bjørn Torstein \
                Astrid Freja Søren Mikkel Jørgen Linnéa Elin Gustav Åke Björn Saga Hedda",
        last: "Haugen Solberg Bakke Lindahl Øvergård Strand Nygård Dahl Fossum Aasen Bergström Sjöberg Åkesson Nyström \
               Mørk Kjær Holm Vestergaard Lund Hagen Rønning Sæther",
        homes: &[0, 1, 2, 3],
    },
    Culture {
        first: "Anneliese Jürgen Käthe Matthias Lena Jonas Friederike Torben Ulrike Sören Mareike Benedikt Clara Leopold \
                Hannah Moritz Svenja Korbinian Annika Götz Luisa Tobias",
        last: "Brandt Köhler Weißmann Schäfer Lindner Vogelsang Hoffstätter Kühn Reinhardt Ostermann Bäcker Zöllner \
               Falkenrath Grünwald Petersen Mühlbauer Steinbach Ackermann Wüst",
        homes: &[4, 5, 6],
    },
    Culture {
        first: "Oliver Harriet Imogen Rhys Cerys Alasdair Eilidh Niamh Declan Siobhán Cormac Gemma Rupert Beatrix Callum \
                Freya Angus Maeve Ruairí Tamsin Edmund Aoife Fergus",
        last: "Whitcombe O’Rourke MacAllister Pembroke Hartley Ashdown Trevelyan O'Sullivan Llewellyn Fairbairn \
               Ní-Bhriain Thistlewood Carrick Hargreaves Sinclair Penrose Kinsella Wainwright Abernathy",
        homes: &[7, 8, 9],
    },
    Culture {
        first: "Camille Étienne Noémie Aurélien Chloé Théo Léonie Rémi Maëlle Gaëtan Inès Loïc Séverine Océane Bastien \
                Apolline Raphaël Élodie Aurore Tristan",
        last: "Lefèvre Beauchamp Desrosiers Marchand Chevalier Fontaine Guérin Besançon Lacroix d’Aubigny Rousselot \
               Delacourt Pétrin Vasseur Charbonnier Lemoine Thibault Poirier",
        homes: &[10, 11, 26],
    },
    Culture {
        first: "Lucía Álvaro Íñigo Begoña Joaquín Inés Martín Ximena Andrés Valentina Santiago Camila Emiliano Renata \
                Núria Jordi Iker Ainhoa Mateo Guadalupe Thiago João Letícia Gonçalo Conceição Vinícius",
        last: "Echeverría Muñoz Ibáñez Peñalver Quintana Zabaleta Ordóñez Cifuentes Villaseñor Montenegro Arriaga \
               Córdoba Salvatierra Figueiredo Gonçalves Azevedo Magalhães Pacheco Nóbrega Urrutia",
        homes: &[12, 13, 27, 28],
    },
    Culture {
        first: "Giulia Lorenzo Chiara Matteo Ludovica Niccolò Beatrice Edoardo Fiammetta Tommaso Ilaria Dario Costanza \
                Eleni Nikos Despina Stavros Kalliope Petros",
        last: "Bellandi Marchetti Castellani Rossini-Vidal Tedesco Fioravanti Moretti Guidotti Lombardini Serra \
               Papadakis Vlachos Theodorou Karamanlis Zervas Stavropoulos",
        homes: &[14, 15],
    },
    Culture {
        first: "Agnieszka Zbigniew Małgorzata Paweł Łukasz Kasia Jiří Zdeněk Božena Ondřej Štěpán Ilinca Răzvan Bogdan \
                Eszter Gergő Zsófia Ágnes Vesna Žarko Snežana Oksana Taras Mykola Daryna Kateryna",
        last: "Wiśniewska Kowalczyk Dąbrowski Szczepański Nowotný Dvořáková Říha Kučera Ionescu Țurcanu Szabó Kőrösi \
               Halmos Petrović Đorđević Kovačević Shevchuk Bondarenko Lysenko Melnyk",
        homes: &[16, 17, 18],
    },
    Culture {
        first: "Aarav Ananya Rohan Ishaan Kavya Priyanka Vikram Meera Arjun Diya Siddharth Lakshmi Harpreet Gurpreet \
                Nandini Rajesh Tanvi Farhan Ayesha Zainab Bilal Nimal Sanduni",
        last: "Raghunathan Iyer Chatterjee Deshmukh Kulkarni Bhattacharya Sethi Grewal Venkataraman Pillai Mehrotra \
               Joshi Choudhury Qureshi Siddiqui Jayawardena Wickramasinghe Nambiar Talwar Kapadia",
        homes: &[19, 20],
    },
    Culture {
        first: "Wei Jing Xiaolan Haoran Mei-Ling Yuchen Ruolin Zihan Jiahao Xinyi Chun-Hua Yi-Ting Bo Siyu Haruka \
                Kenji Yūko Daichi Sakura Ryōta Min-jun Seo-yeon Ji-hoon Ha-eun Hye-jin Dong-hyun",
        last: "Zhang Ouyang Lin Xu Zhou Hsieh Chiang Feng Situ Deng Tanabe Kobayashi Ōnishi Fujimoto Hayashi Sekiguchi \
               Kim Park Choi Yoon Namgung Seo",
        homes: &[21, 22, 23],
    },
    Culture {
        first: "Adaeze Chidi Ngozi Olumide Folasade Tunde Amina Kwame Abena Kofi Efua Wanjiru Otieno Njeri Barasa \
                Thabo Nomvula Sipho Lindiwe Tendai Rutendo Makena Zawadi Ẹniọlá",
        last: "Okonkwo Adeyemi Nwachukwu Balogun Eze Mensah Owusu-Ansah Boateng Kamau Odhiambo Mwangi Achieng Dlamini \
               Nkosi Mokoena Chikwanha Moyo Wekesa Asante Obaseki",
        homes: &[24, 25, 7],
    },
    Culture {
        first: "Layla Omar Yasmin Khalid Noor Tariq Rania Hadi Salma Idris Dalia Faris Shirin Dariush Parisa Kaveh \
                Nasrin Leyla Emre Zeynep Çağla Ümit Şebnem Gökhan Noa Eitan Tamar Yael",
        last: "Haddad Al-Masri Khoury Benali El-Sayed Nasser Mansour Darwish Tehrani Farrokhzad Moradi Rostami Yıldırım \
               Öztürk Çelik Şahin Karaca Ben-Ari Shalev Mizrahi Azoulay Bouzid",
        homes: &[5, 7, 29, 10],
    },
    Culture {
        first: "Madison Tyler Brooke Jordan Savannah Marcus Latoya DeShawn Aaliyah Hunter Kayla Trevor Makayla Wyatt \
                Sierra Darnell Kiara Logan Autumn Xavier Paige Malik Cody Imani",
        last: "Whitaker Calloway Boudreaux Hollister Jefferson-Reed Langley Prescott Yazzie Begay McKinnon Delgado \
               Vance Sheridan Beauregard Tillman Hargrove Castellanos Stroud Kaplan Winslow",
        homes: &[26, 30, 31, 32, 33],
    },
    Culture {
        first: "Nguyệt Thanh Minh Linh Quân Hạnh Phúc Siti Budi Dewi Putri Bayu Maria-Luz Jomar Angelica Rodel \
                Somchai Kanokwan Leilani Kaimana Tāne Aroha Wiremu",
        last: "Nguyễn Trần Phạm Lê Đặng Wulandari Hartono Setiawan Dela-Cruz Magbanua Bautista Villanueva \
               Srisuwan Kealoha Kahananui Ngata Parata Te-Rangi",
        homes: &[21, 34, 35, 33],
    },
];

/// Shown name and its Latin form. One word, many words, other scripts, punctuation, doubled spaces inside.
const EDGE: &[(&str, &str)] = &[
    ("Wirawan", "Wirawan"),
    ("Hrafnhildur", "Hrafnhildur"),
    ("Madonna-Rose", "Madonna-Rose"),
    ("王秀英", "Wang Xiuying"),
    ("陈思远", "Chen Siyuan"),
    ("田中 さくら", "Tanaka Sakura"),
    ("김민지", "Kim Min-ji"),
    ("Зоя Ковальчук", "Zoya Kovalchuk"),
    ("Александра Вознесенская-Петрова", "Aleksandra Voznesenskaya-Petrova"),
    ("محمد الفارسي", "Mohammed Al-Farsi"),
    ("שירה בן־דוד", "Shira Ben-David"),
    ("Ελένη Παπαδοπούλου", "Eleni Papadopoulou"),
    ("प्रिया शर्मा", "Priya Sharma"),
    ("X Æ Lindqvist", "X AE Lindqvist"),
    ("Jean-Baptiste Marie-Ange de la Rochefoucauld-Montbéliard", "Jean-Baptiste de la Rochefoucauld"),
    (
        "María de los Ángeles Fernández-Villaverde y Ruiz de Gauna de la Santísima Trinidad",
        "Maria de los Angeles Fernandez-Villaverde",
    ),
    ("Wolfeschlegelsteinhausenbergerdorff, Hubert", "Hubert Wolfeschlegelsteinhausenbergerdorff"),
    ("van der Meer, Anouk", "Anouk van der Meer"),
    ("Jan van den Bossche", "Jan van den Bossche"),
    ("Bob \"Tables\" O’Null", "Bob O'Null"),
    ("Ms. Dr. Prof. Ottilie Freifrau von und zu Sternberg", "Ottilie von Sternberg"),
    ("Nguyễn Thị Bích Ngọc", "Nguyen Thi Bich Ngoc"),
    ("A. J.", "A. J."),
    ("J R  Smithson", "J R Smithson"),
    ("<b>Bold</b> Tester", "Bold Tester"),
    ("ʻAnakē Kāhili", "Anake Kahili"),
];

/// All names, split once.
#[derive(Debug)]
pub(crate) struct Names {
    pools: Vec<(Vec<&'static str>, Vec<&'static str>, &'static [usize])>,
}

impl Names {
    pub fn new() -> Self {
        let words = |text: &'static str| text.split_whitespace().collect();
        Self { pools: CULTURES.iter().map(|it| (words(it.first), words(it.last), it.homes)).collect() }
    }

    /// One of the awkward names, in turn.
    pub fn awkward(turn: u64) -> FullName {
        let place = usize::try_from(turn).unwrap_or(0) % EDGE.len();
        let (shown, latin) = EDGE.get(place).copied().unwrap_or_default();
        FullName { shown: shown.into(), latin: latin.into(), homes: &[] }
    }

    /// A full name of two or three ordinary words.
    pub fn plain(&self, draw: &mut Draw) -> FullName {
        let Some((first, last, homes)) = draw.one(&self.pools) else {
            return FullName { shown: String::new(), latin: String::new(), homes: &[] };
        };
        let mut shown = draw.word(first).to_owned();
        if draw.chance(70) {
            shown.push(' ');
            shown.push_str(draw.word(first));
        }
        shown.push(' ');
        // People move and marry: three in ten carry a family name from elsewhere.
        let family =
            if draw.chance(300) { draw.one(&self.pools).map_or(last, |(_, last, _)| last) } else { last };
        shown.push_str(draw.word(family));
        if draw.chance(60) {
            shown.push('-');
            shown.push_str(draw.word(last));
        }
        FullName { latin: shown.clone(), shown, homes }
    }
}

/// A name in lower-case ASCII letters and hyphens, for addresses and links.
pub(crate) fn slug(name: &str, joint: char) -> String {
    let mut slug = String::with_capacity(name.len());
    for letter in name.chars() {
        let letter = plain_letter(letter);
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if letter.is_whitespace() && !slug.is_empty() && !slug.ends_with(joint) {
            slug.push(joint);
        }
    }
    slug.trim_end_matches(joint).to_owned()
}

/// The base letter under an accent, as far as these names need it.
pub(crate) fn plain_letter(letter: char) -> char {
    const BASES: &[(char, &str)] = &[
        ('a', "áàâäãåāăąạả"),
        ('c', "çćčĉ"),
        ('d', "ďđ"),
        ('e', "éèêëēėęěẹế"),
        ('g', "ğģ"),
        ('h', "ħ"),
        ('i', "íìîïīįıị"),
        ('k', "ķ"),
        ('l', "łľĺļ"),
        ('n', "ñńňņ"),
        ('o', "óòôöõøōőọộ"),
        ('r', "řŕ"),
        ('s', "śšşș"),
        ('t', "ťţț"),
        ('u', "úùûüūůűųụ"),
        ('y', "ýÿỳ"),
        ('z', "źżž"),
        ('A', "ÁÀÂÄÃÅĀĂĄ"),
        ('C', "ÇĆČ"),
        ('D', "ĎĐ"),
        ('E', "ÉÈÊËĒĘĚẸ"),
        ('G', "Ğ"),
        ('I', "ÍÌÎÏĪİ"),
        ('K', "Ķ"),
        ('L', "ŁĽĹ"),
        ('N', "ÑŃŇ"),
        ('O', "ÓÒÔÖÕØŌŐ"),
        ('R', "Ř"),
        ('S', "ŚŠŞȘ"),
        ('T', "ŤȚ"),
        ('U', "ÚÙÛÜŪŮŰ"),
        ('Y', "Ý"),
        ('Z', "ŹŻŽ"),
        ('a', "ầậặ"),
        ('e', "ễệ"),
        ('u', "ưừ"),
        ('s', "ß"),
        ('o', "ơ"),
    ];
    if letter.is_ascii() {
        return letter;
    }
    BASES.iter().find(|(_, accented)| accented.contains(letter)).map_or(letter, |(base, _)| *base)
}
