/** Given names and family names that go together; all people are invented. */
export const PEOPLES: readonly { given: readonly string[]; family: readonly string[]; places: readonly string[] }[] = [
  { given: ["Anna", "Jonas", "Lena", "Matthias", "Clara", "Felix", "Greta", "Moritz", "Johanna", "Anselm"], family: ["Brandt", "Kirchner", "Vogel", "Steinmetz", "Hollander", "Dornbusch", "Reinhardt", "Lindemann", "Möwering", "Achterberg"], places: ["Berlin", "Hamburg", "Munich", "Leipzig"] },
  { given: ["Freya", "Torvald", "Sunniva", "Oskar", "Ingrid", "Viktor", "Astrid", "Henrik", "Oona", "Eero"], family: ["Lindqvist", "Eskeland", "Haugland", "Lindgren", "Brandvold", "Ålander", "Dahlgaard", "Kettunen", "Nyström", "Sandvik"], places: ["Oslo", "Stockholm", "Aarhus", "Tampere"] },
  { given: ["Callum", "Ailsa", "Rosalind", "Owen", "Imogen", "Eoin", "Rhiannon", "Duncan", "Bartholomew", "Niamh"], family: ["Abernethy", "Drummond", "Trevelyan", "Mac Giolla", "Ashworth", "Pemberton", "Kinsella", "Llewellyn", "Hathaway", "Dunmore"], places: ["London", "Leeds", "Edinburgh", "Cork"] },
  { given: ["Inês", "Mateus", "Beatriz", "Chiara", "Carmen", "Tomás", "Elodie", "Noé", "Lorenzo", "Jules"], family: ["Castelhano", "Carvalhal", "Quintela", "Fontanella", "Villaseñor", "Marchetti", "Charpentier", "Bergeron", "Solano", "Delacroix"], places: ["Lisbon", "Valencia", "Florence", "Lyon"] },
  { given: ["Tomasz", "Zsófia", "Pavel", "Dmitri", "Marek", "Katarzyna", "Aleksei", "Milena", "Jakub", "Daria"], family: ["Wieliczko", "Bárány", "Novotný", "Vasilenko", "Movchan", "Kowalczyk", "Horváth", "Petrović", "Zelenka", "Sorokin"], places: ["Warsaw", "Budapest", "Brno", "Riga"] },
  { given: ["Priya", "Arjun", "Ananya", "Rohan", "Kavya", "Vikram", "Meera", "Nikhil", "Ishaan", "Divya"], family: ["Raghunathan", "Deshpande", "Chakraborty", "Iyer", "Banerjee", "Kulkarni", "Menon", "Subramaniam", "Bhattacharya", "Rao"], places: ["Bengaluru", "Pune", "Hyderabad", "London"] },
  { given: ["Wanjiru", "Mwangi", "Thandiwe", "Amara", "Nadia", "Kwame", "Zainab", "Tendai", "Chidi", "Adaeze"], family: ["Odhiambo", "Kariuki", "Mokoena", "Diallo", "Okonkwo", "Achebe", "Bakayoko", "Mensah", "Nyambura", "Adeyemi"], places: ["Nairobi", "Cape Town", "Lagos", "Accra"] },
  { given: ["Yuki", "Aiko", "Hana", "Hyejin", "Minh", "Wei", "Saskia", "Jiho", "Mei", "Haruto"], family: ["Tanemura", "Yoshimoto", "Baek", "Nguyen", "Zhang", "Kobayashi", "Seo", "Takahara", "Lin", "Morikawa"], places: ["Osaka", "Nagoya", "Seoul", "Singapore"] },
  { given: ["Leila", "Samir", "Darius", "Yasmin", "Karim", "Shirin", "Omar", "Nour", "Farid", "Layla"], family: ["Farrokhzad", "Haddad", "Mansouri", "Khalil", "Tehrani", "Benali", "Sabbagh", "Rahimi", "Darwish", "Azar"], places: ["Tallinn", "Beirut", "Amsterdam", "Montréal"] },
];

export const COMPANIES = ["Orrery", "Hoshi Robotics", "Cedarworks", "Lumen Rail", "Azulejo Labs", "Fjordlys Energi", "Vestas Digital", "Volta Motion", "Ponte Vecchio AI", "Great Northern Data", "Duna Cloud", "Isbrytare", "Savanna Pay", "Saimaa Data", "Boréal Médias", "Karoo Systems", "Vltava Logic", "Liffey Analytics", "Parcelwise", "Tollgate", "Kitewind", "Loja Norte", "Harbourline", "Stroomnet", "Tidepool Freight", "Mzigo Freight", "Métropole Data", "Firth Systems", "Flotilla", "Norrsken Bank", "Hanok Works", "Nordhavn", "Ría Software", "Greifbar", "Lagune Mobile", "Polder Systems", "Isarwerk", "Rivage", "Perron", "Alster"] as const;

export const SCHOOLS = ["TU Delft", "KTH Stockholm", "University of Tartu", "IIT Bombay", "TU Munich", "University of Edinburgh", "Politecnico di Milano", "University of Nairobi", "Osaka University", "Charles University", null] as const;

export const TAGS = ["Rust", "Go", "Berlin", "Remote", "Silver medallist", "Relocates", "Visa", "Spring campus", "On hold", "Embedded", "Python", "Leadership", "Alumni", "Part time"] as const;

export const SOURCES = ["LinkedIn", "Careers page", "Referral", "Sourced", "Agency", "University fair"] as const;

export const RECRUITERS = ["Dana Whitlock", "Jonas Meinhardt", "Petra Sandoval", "Maren Okafor", "Elif Yıldız"] as const;

export const REASONS = ["Skills do not match", "Withdrew", "Salary expectations", "Took another offer", "Hiring paused", "No answer"] as const;
/** Whose decision a reason is, in Ashby's words. */
export const reasonType = (reason: string | null): string | null => (reason === null ? null : ["Withdrew", "Took another offer"].includes(reason) ? "RejectedByCandidate" : "RejectedByOrg");

type Department = { name: string; titles: readonly string[]; roles: readonly string[]; plan: string };
export const DEPARTMENTS: readonly Department[] = [
  { name: "Software", plan: "engineering", titles: ["Senior Backend Engineer", "Platform Engineer", "Robotics Controls Engineer", "Frontend Engineer", "Site Reliability Engineer", "Data Engineer", "Staff Engineer, Fleet"], roles: ["Backend engineer", "Senior software engineer", "Platform engineer", "Site reliability engineer", "Distributed systems engineer", "Infrastructure engineer", "Software engineer II", "Database engineer"] },
  { name: "Hardware", plan: "engineering", titles: ["Firmware Lead", "Removal Robotics Engineer", "Mechanical Engineer, Grippers", "Electrical Engineer", "Test Engineer"], roles: ["Firmware engineer", "Robotics engineer", "Mechanical engineer", "Embedded engineer", "Test lead"] },
  { name: "Product and design", plan: "standard", titles: ["Product Manager, Depot", "Product Designer", "User Researcher", "Technical Writer"], roles: ["Product manager", "Senior product designer", "UX researcher", "Content designer"] },
  { name: "Operations", plan: "standard", titles: ["Warehouse Robotics Associate", "Field Service Technician", "Supply Chain Planner", "Site Manager, Leipzig", "Safety Officer"], roles: ["Field technician", "Logistics coordinator", "Warehouse team lead", "Planner", "Shift supervisor"] },
  { name: "Sales", plan: "sales", titles: ["Account Executive, DACH", "Solutions Engineer", "Customer Success Manager", "Sales Development Representative"], roles: ["Account executive", "Solutions consultant", "Customer success manager", "Sales development representative"] },
  { name: "People and finance", plan: "standard", titles: ["Recruiter", "People Partner", "Financial Controller", "Payroll Specialist"], roles: ["Recruiter", "People partner", "Controller", "Payroll specialist"] },
];
