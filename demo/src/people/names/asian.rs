//! Names whose families came from Pakistan, Bangladesh, the Punjab and Hong Kong.

use super::pack::{OwnWords, Pack};

pub(crate) static URDU: Pack = Pack {
    women: &[
        "Shazia", "Nasreen", "Rukhsana", "Parveen", "Kausar", "Tahira", "Zubaida", "Shaheen", "Farzana",
        "Robina",
    ],
    men: &[
        "Mohammed Tariq",
        "Zahoor",
        "Ghulam",
        "Arshad",
        "Nadeem",
        "Khalid",
        "Liaqat",
        "Shaukat",
        "Waheed",
        "Sajid",
    ],
    families_of_women: &["Bibi", "Anjum", "Chaudhry", "Mirza", "Kauser", "Qureshi", "Siddiqui", "Butt"],
    families_of_men: &["Rauf", "Anjum", "Chaudhry", "Mirza", "Rafiq", "Qureshi", "Siddiqui", "Butt"],
    family_first: false,
    language: "Urdu",
    mother: "Ammi",
    father: "Abbu",
    food: &["daal and roti", "saag", "chicken karahi", "kheer", "keema and peas"],
    gathers: &["the mosque", "the ladies’ sewing group", "the Kashmiri centre", "Friday prayers"],
    own_words: &[
        OwnWords {
            words: "اپنی بیٹی کے ساتھ پارک تک چلنا",
            meaning: "walk to the park with my daughter",
            about: "the walk to the park",
        },
        OwnWords {
            words: "رات کو سکون سے سونا", meaning: "sleep in peace at night", about: "the nights"
        },
        OwnWords {
            words: "اپنے خط خود پڑھنا", meaning: "read my own letters", about: "the letters"
        },
    ],
};

pub(crate) static BENGALI: Pack = Pack {
    women: &[
        "Rahima",
        "Shirin",
        "Monowara",
        "Jahanara",
        "Rabeya",
        "Hamida",
        "Nazma",
        "Sultana",
        "Hosne Ara",
        "Anwara",
    ],
    men: &[
        "Abdul Karim",
        "Mokhlis",
        "Shafique",
        "Nurul",
        "Azizur",
        "Faruk",
        "Siraj",
        "Helal",
        "Motin",
        "Lutfur",
    ],
    families_of_women: &["Begum", "Khatun", "Bibi", "Akter", "Choudhury", "Sultana"],
    families_of_men: &["Miah", "Uddin", "Ullah", "Hoque", "Choudhury", "Talukdar"],
    family_first: false,
    language: "Sylheti",
    mother: "Amma",
    father: "Abba",
    food: &["rice and fish curry", "dal bhat", "shutki", "pitha", "spinach with prawns"],
    gathers: &["the mosque", "the Bangla women’s group", "the luncheon club", "the community kitchen"],
    own_words: &[
        OwnWords {
            words: "প্রতিদিন একটু হাঁটতে চাই",
            meaning: "I want to walk a little every day",
            about: "the walking",
        },
        OwnWords {
            words: "নিজের চিঠি নিজে পড়তে চাই",
            meaning: "I want to read my own letters",
            about: "the letters",
        },
        OwnWords {
            words: "শুকনো ঘরে থাকতে চাই", meaning: "I want to live in a dry room", about: "the damp"
        },
    ],
};

pub(crate) static PUNJABI: Pack = Pack {
    women: &[
        "Harjit",
        "Gurpreet",
        "Manjeet",
        "Balwinder",
        "Surinder",
        "Paramjit",
        "Kuldip",
        "Jaswinder",
        "Narinder",
    ],
    men: &["Jaswant", "Gurdeep", "Mohinder", "Balbir", "Tarsem", "Sukhdev", "Avtar", "Nirmal", "Kulwant"],
    families_of_women: &[
        "Kaur Sandhu",
        "Kaur Dhaliwal",
        "Kaur Bains",
        "Kaur Sahota",
        "Kaur Grewal",
        "Kaur Hayer",
    ],
    families_of_men: &[
        "Singh Sandhu",
        "Singh Dhaliwal",
        "Singh Bains",
        "Singh Sahota",
        "Singh Grewal",
        "Singh Hayer",
    ],
    family_first: false,
    language: "Punjabi",
    mother: "Mata Ji",
    father: "Pita Ji",
    food: &["makki di roti", "daal makhani", "aloo gobi", "phulka and sabzi", "kadhi"],
    gathers: &[
        "the gurdwara",
        "the langar kitchen",
        "the hockey club",
        "the elders’ morning at the gurdwara",
    ],
    own_words: &[
        OwnWords {
            words: "ਗੁਰਦੁਆਰੇ ਤੱਕ ਪੈਦਲ ਜਾਣਾ",
            meaning: "walk to the gurdwara",
            about: "the walk to the gurdwara",
        },
        OwnWords {
            words: "ਰਾਤ ਨੂੰ ਚੰਗੀ ਨੀਂਦ ਸੌਣਾ", meaning: "sleep well at night", about: "the nights"
        },
    ],
};

pub(crate) static CHINESE: Pack = Pack {
    women: &["Mei-ling", "Siu-fong", "Wai-yin", "Lai-kuen", "Suk-han", "Yuet-ngor", "Kit-ying", "Pui-shan"],
    men: &["Wing-fai", "Chi-keung", "Kwok-leung", "Tak-ming", "Siu-man", "Ho-yin", "Kam-tong", "Wai-lun"],
    families_of_women: &["Tsang", "Leung", "Kwan", "Fung", "Poon", "Szeto", "Yip"],
    families_of_men: &["Tsang", "Leung", "Kwan", "Fung", "Poon", "Szeto", "Yip"],
    family_first: true,
    language: "Cantonese",
    mother: "Ma",
    father: "Ba",
    food: &[
        "congee",
        "steamed fish and ginger",
        "wonton noodles",
        "choi sum with garlic",
        "soup boiled all day",
    ],
    gathers: &["the Chinese elders’ centre", "the mah-jong table", "the tai chi group", "the Chinese church"],
    own_words: &[
        OwnWords {
            words: "每星期同朋友飲一次茶",
            meaning: "go for tea with friends once a week",
            about: "the tea with friends",
        },
        OwnWords {
            words: "行到公園唔使停",
            meaning: "walk to the park without having to stop",
            about: "the walk to the park",
        },
        OwnWords { words: "夜晚瞓得安樂", meaning: "sleep peacefully at night", about: "the nights" },
    ],
};
