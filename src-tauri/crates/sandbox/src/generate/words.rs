//! Careers: families of work, what people in them are called and where they come from.

/// A family of jobs; candidates of a job come from its family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    Software,
    Hardware,
    Operations,
    Commercial,
    Design,
    People,
    Finance,
    Student,
}

/// What a family is made of.
pub(crate) struct Trade {
    pub titles: &'static [&'static str],
    pub skills: &'static [&'static str],
    pub deeds: &'static [&'static str],
}

const SOFTWARE: Trade = Trade {
    titles: &[
        "Software Engineer",
        "Senior Software Engineer",
        "Backend Engineer",
        "Staff Engineer",
        "Robotics Engineer",
        "Perception Engineer",
        "Site Reliability Engineer",
        "Full-Stack Developer",
        "Engineering Manager",
        "Embedded Developer",
        "Data Engineer",
        "Principal Engineer",
        "Machine Learning Engineer",
        "QA Engineer",
    ],
    skills: &[
        "Rust",
        "C++",
        "Python",
        "ROS 2",
        "TypeScript",
        "PostgreSQL",
        "Kubernetes",
        "gRPC",
        "Linux",
        "SLAM",
        "OpenCV",
        "PyTorch",
        "Go",
        "CAN bus",
        "Kafka",
        "Terraform",
    ],
    deeds: &[
        "moved the fleet scheduler from nightly batches to streams, cutting stale routes by 70 %",
        "wrote the motion planner that 400 warehouse robots run on",
        "brought the median page-load of the operator console under 200 ms",
        "took over an unowned payment service and got its error rate below 0.01 %",
        "introduced hardware-in-the-loop tests for every pull request",
        "mentored four engineers, two of whom now lead teams",
    ],
};

const HARDWARE: Trade = Trade {
    titles: &[
        "Mechanical Engineer",
        "Senior Mechanical Engineer",
        "Electronics Engineer",
        "Test Engineer",
        "Mechatronics Engineer",
        "PCB Designer",
        "Actuator Specialist",
        "Hardware Lead",
        "Reliability Engineer",
    ],
    skills: &[
        "SolidWorks",
        "FEA",
        "GD&T",
        "Altium",
        "FPGA",
        "LabVIEW",
        "Motor control",
        "DFM",
        "EMC",
        "ISO 13482",
    ],
    deeds: &[
        "designed a wrist joint that went through 3 million cycles without failure",
        "led the EMC certification of two products at the first attempt",
        "took 18 % of weight out of a mobile base without losing stiffness",
        "set up the incoming inspection for castings from three suppliers",
    ],
};

const OPERATIONS: Trade = Trade {
    titles: &[
        "Production Planner",
        "Field Service Technician",
        "Supply Chain Manager",
        "Buyer",
        "Shift Lead",
        "Logistics Coordinator",
        "Assembly Technician",
        "Quality Inspector",
        "Plant Manager",
    ],
    skills: &["SAP", "Lean", "5S", "Kanban", "Incoterms", "Forklift licence", "Root-cause analysis", "MES"],
    deeds: &[
        "cut the changeover time of a packing line from 50 to 22 minutes",
        "kept 60 customer sites running with a team of six technicians",
        "renegotiated freight contracts and saved 11 % in one year",
        "built up the night shift from nothing to 24 people",
    ],
};

const COMMERCIAL: Trade = Trade {
    titles: &[
        "Account Executive",
        "Senior Account Executive",
        "Sales Engineer",
        "Customer Success Manager",
        "Business Development Representative",
        "Marketing Manager",
        "Key Account Manager",
        "Partner Manager",
    ],
    skills: &[
        "Negotiation",
        "Salesforce",
        "MEDDIC",
        "Forecasting",
        "Tenders",
        "German",
        "Content",
        "Trade fairs",
    ],
    deeds: &[
        "closed the first three automotive customers in the region",
        "grew the renewal rate from 82 to 94 % within two years",
        "ran a launch event with 300 guests on a small budget",
        "carried a yearly target of 2.4 million and beat it twice",
    ],
};

const DESIGN: Trade = Trade {
    titles: &[
        "Product Designer",
        "Senior Product Designer",
        "UX Researcher",
        "Product Manager",
        "Industrial Designer",
        "Technical Writer",
        "Group Product Manager",
    ],
    skills: &[
        "Figma",
        "Field research",
        "Prototyping",
        "Accessibility",
        "Design systems",
        "Roadmaps",
        "Usability tests",
    ],
    deeds: &[
        "redesigned the operator console with 40 forklift drivers as testers",
        "built the design system used by five product teams",
        "turned a list of 200 feature wishes into three bets that shipped",
        "wrote the safety handbook that passed its audit unchanged",
    ],
};

const PEOPLE: Trade = Trade {
    titles: &[
        "Recruiter",
        "Talent Partner",
        "People Operations Manager",
        "Sourcer",
        "HR Generalist",
        "Office Manager",
    ],
    skills: &["Interviewing", "Employer branding", "Labour law", "Payroll", "Onboarding", "Workday"],
    deeds: &[
        "hired 38 engineers in a year with a team of two",
        "rewrote the onboarding so that new people ship in week one",
        "negotiated a works agreement on flexible hours",
    ],
};

const FINANCE: Trade = Trade {
    titles: &[
        "Financial Controller",
        "Accountant",
        "Legal Counsel",
        "FP&A Analyst",
        "Treasury Analyst",
        "Paralegal",
    ],
    skills: &["IFRS", "Contracts", "Budgeting", "Excel", "Export control", "Audit", "Tax"],
    deeds: &[
        "brought the monthly close from twelve to five working days",
        "handled the contracts of a 60-person acquisition",
        "built the cost model behind a leasing offer",
    ],
};

const STUDENT: Trade = Trade {
    titles: &[
        "Student",
        "Working Student",
        "Research Assistant",
        "Graduate",
        "Intern",
        "MSc Robotics student",
    ],
    skills: &["Python", "MATLAB", "C++", "Soldering", "CAD", "LaTeX", "Arduino", "Statistics"],
    deeds: &[
        "built a line-following robot that won the faculty contest",
        "wrote a bachelor thesis on grasp detection",
        "tutored first-year students in mechanics",
    ],
};

impl Family {
    pub fn trade(self) -> &'static Trade {
        match self {
            Self::Software => &SOFTWARE,
            Self::Hardware => &HARDWARE,
            Self::Operations => &OPERATIONS,
            Self::Commercial => &COMMERCIAL,
            Self::Design => &DESIGN,
            Self::People => &PEOPLE,
            Self::Finance => &FINANCE,
            Self::Student => &STUDENT,
        }
    }
}

/// Invented employers: one word of each list.
pub(crate) const COMPANY_HEADS: &[&str] = &[
    "Tarnvik",
    "Brindlemoor",
    "Quillfen",
    "Osterwald",
    "Velmora",
    "Kestrova",
    "Lumenfold",
    "Harrowgate",
    "Pinnacraft",
    "Solvanta",
    "Nordhavn",
    "Fernbrook",
    "Maravel",
    "Copperline",
    "Hexwell",
    "Ombria",
    "Tidemark",
    "Averlund",
    "Zephyrine",
    "Grausson",
    "Palisandro",
    "Keldermann",
    "Wrenfield",
    "Ishimori",
    "Castellane",
    "Ubuntara",
];

pub(crate) const COMPANY_TAILS: &[&str] = &[
    "Robotics",
    "Systems",
    "Labs",
    "Logistics",
    "Automation",
    "Works",
    "Analytics",
    "Dynamics",
    "& Sons",
    "Energy",
    "Health",
    "Software",
    "Mobility",
    "AB",
    "GmbH",
    "Ltd",
];

pub(crate) const SCHOOLS: &[&str] = &[
    "Halden Tekniske Høgskole",
    "Oslofjord University",
    "Technische Hochschule Havelstadt",
    "University of Northmoor",
    "Institut Polytechnique de Valmont",
    "Universidad de Sierra Clara",
    "Politecnico di Valdarno",
    "Wisłok University",
    "Deccan Institute of Technology",
    "Kiso University",
    "Lekki College of Engineering",
    "Allegheny Tech",
    "Rift Valley University",
    "Southern Lakes Polytechnic",
];

/// What people of any trade put into a résumé.
pub(crate) const COMMON_DEEDS: &[&str] = &[
    "took part in hiring and ran the first interview for a year",
    "wrote the runbook that newcomers now start with",
    "led a team of five through a reorganisation without losing anyone",
    "represented the company at two trade fairs a year",
    "cleaned up a backlog of 300 open points and kept it under 30",
    "worked three months at the customer's site until the line ran",
    "replaced a weekly meeting of 14 people by a page that everyone reads",
    "trained 25 colleagues in two languages",
    "kept a project on its date after the main supplier dropped out",
    "set up the first measurements of how long things really take",
    "handled on-call for one week in six",
    "moved the whole documentation into the repository, and kept it alive there",
];
