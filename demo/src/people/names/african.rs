//! Names whose families came from Somalia, the Arab world, Nigeria, the Caribbean and Eritrea.

use super::pack::{OwnWords, Pack};

pub(crate) static SOMALI: Pack = Pack {
    women: &["Hodan", "Sahra", "Fadumo", "Hibo", "Ubax", "Khadra", "Ifrah", "Caasha", "Deeqa", "Nimco"],
    men: &["Cabdi", "Warsan", "Faarax", "Liban", "Axmed", "Jaamac", "Guuleed", "Mahad", "Xasan"],
    families_of_women: &[
        "Abdi Warsame",
        "Cali Jaamac",
        "Maxamed Nuur",
        "Ismaaciil Guled",
        "Yuusuf Diiriye",
        "Aadan Cigaal",
    ],
    families_of_men: &[
        "Abdi Warsame",
        "Cali Jaamac",
        "Maxamed Nuur",
        "Ismaaciil Guled",
        "Yuusuf Diiriye",
        "Aadan Cigaal",
    ],
    family_first: false,
    language: "Somali",
    mother: "Hooyo",
    father: "Aabo",
    food: &["canjeero", "bariis and lamb", "shaah with cardamom", "suugo and pasta", "maraq"],
    gathers: &[
        "the mosque",
        "the Somali women’s association",
        "the homework club",
        "the coffee shop by the market",
    ],
    own_words: &[
        OwnWords { words: "Inaan si nabad ah u seexdo", meaning: "to sleep in peace", about: "the nights" },
        OwnWords {
            words: "Inaan beerta u lugeeyo carruurta",
            meaning: "to walk to the park with the children",
            about: "the walk to the park",
        },
    ],
};

pub(crate) static ARAB: Pack = Pack {
    women: &["Nūr", "Huda", "Samīra", "Widad", "Salma", "Ibtisam", "Najlā", "Amal", "Zaynab", "Rīm"],
    men: &["Yūsuf", "Karīm", "Bassām", "Haytham", "Munīr", "Tāriq", "Jamāl", "Nabīl", "Fawzī"],
    families_of_women: &["al-Khatīb", "Haddād", "al-Nāsir", "Barakāt", "Shahīn", "al-Rubayʿī", "Mardīnī"],
    families_of_men: &["al-Khatīb", "Haddād", "al-Nāsir", "Barakāt", "Shahīn", "al-Rubayʿī", "Mardīnī"],
    family_first: false,
    language: "Arabic",
    mother: "Mama",
    father: "Baba",
    food: &["lentils and rice", "stuffed courgettes", "bread with za’atar", "okra stew", "molokhia"],
    gathers: &["the Arabic Saturday school", "the mosque", "the women’s kitchen", "the welcome café"],
    own_words: &[
        OwnWords {
            words: "أن أنام الليل من غير خوف",
            meaning: "to sleep at night without fear",
            about: "the nights",
        },
        OwnWords {
            words: "أن أمشي مع أولادي إلى البحر",
            meaning: "to walk to the sea with my children",
            about: "the walk to the sea",
        },
        OwnWords {
            words: "أن أقرأ رسائلي بنفسي",
            meaning: "to read my letters by myself",
            about: "the letters",
        },
    ],
};

pub(crate) static NIGERIAN: Pack = Pack {
    women: &["Fọláṣadé", "Ngozi", "Títílayọ̀", "Chidinma", "Yétúndé", "Ifeoma", "Abiọ́lá", "Adaeze", "Bukola"],
    men: &["Olúwaṣeun", "Emeka", "Babátúndé", "Chukwudi", "Káyọ̀dé", "Ikenna", "Rótìmí", "Obinna", "Festus"],
    families_of_women: &[
        "Adéyẹmí-Cole",
        "Onyekachi",
        "Ọlátúnjí",
        "Nwachineke",
        "Ẹniọlá",
        "Ezenwa",
        "Akíntọ́lá",
    ],
    families_of_men: &["Adéyẹmí-Cole", "Onyekachi", "Ọlátúnjí", "Nwachineke", "Ẹniọlá", "Ezenwa", "Akíntọ́lá"],
    family_first: false,
    language: "Yoruba",
    mother: "Mummy",
    father: "Daddy",
    food: &["jollof rice", "egusi with pounded yam", "moi moi", "pepper soup", "fried plantain"],
    gathers: &["the Pentecostal church", "the choir", "the Nigerian women’s union", "the prayer breakfast"],
    own_words: &[
        OwnWords {
            words: "Mo fẹ́ sùn dáadáa lálẹ́",
            meaning: "I want to sleep well at night",
            about: "the nights",
        },
        OwnWords {
            words: "Kí n lè kọrin nínú ẹgbẹ́ akọrin",
            meaning: "to be able to sing in the choir",
            about: "the singing",
        },
    ],
};

pub(crate) static CARIBBEAN: Pack = Pack {
    women: &[
        "Merlene",
        "Hyacinth",
        "Claudette",
        "Verona",
        "Icilda",
        "Beverley",
        "Eulalee",
        "Marcia",
        "Dawn",
        "Sonia",
    ],
    men: &[
        "Winston", "Delroy", "Carlton", "Errol", "Neville", "Desmond", "Vernal", "Glenroy", "Egbert", "Lloyd",
    ],
    families_of_women: &[
        "Fearon",
        "Bogle-Grant",
        "Pusey",
        "Cumberbatch-Hope",
        "Lindo",
        "Braithwaite-Joy",
        "Trowers",
        "Hylton",
    ],
    families_of_men: &[
        "Fearon",
        "Bogle-Grant",
        "Pusey",
        "Cumberbatch-Hope",
        "Lindo",
        "Braithwaite-Joy",
        "Trowers",
        "Hylton",
    ],
    family_first: false,
    language: "",
    mother: "Mummy",
    father: "Daddy",
    food: &[
        "rice and peas",
        "saltfish and ackee",
        "cornmeal porridge",
        "curry goat",
        "a pot of Saturday soup",
    ],
    gathers: &[
        "the New Testament church",
        "the dominoes table",
        "the carnival costume camp",
        "the West Indian association",
    ],
    own_words: &[],
};

pub(crate) static ERITREAN: Pack = Pack {
    women: &["Selamawit", "Letebrhan", "Mihret", "Tsehay", "Abrehet", "Zewdi", "Rigat"],
    men: &["Tesfay", "Haile", "Mebrahtu", "Yonas", "Berhane", "Kidane", "Weldu"],
    families_of_women: &["Ghebremedhin", "Woldeab", "Tekle", "Habtemariam", "Okbazghi", "Zerai"],
    families_of_men: &["Ghebremedhin", "Woldeab", "Tekle", "Habtemariam", "Okbazghi", "Zerai"],
    family_first: false,
    language: "Tigrinya",
    mother: "Adey",
    father: "Aboy",
    food: &["injera and shiro", "zigni", "himbasha", "lentils with berbere", "coffee three times round"],
    gathers: &[
        "the Orthodox church",
        "the coffee ceremony on Sundays",
        "the Eritrean community room",
        "the mothers’ circle",
    ],
    own_words: &[
        OwnWords { words: "ብሰላም ክድቅስ", meaning: "to sleep in peace", about: "the nights" },
        OwnWords {
            words: "ብእግረይ ናብ ቤተ ክርስቲያን ክኸይድ",
            meaning: "to go to church on foot",
            about: "the walk to church",
        },
    ],
};
