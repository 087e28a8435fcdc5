import { type UnitSource } from './unit-source';

export const HAIRDRESSER_EQF3: readonly UnitSource[] = [
  {
    key: 'hair-safe-start',
    eqf: 3,
    hours: 12,
    core: true,
    en: {
      title: 'Start work safely and hygienically in the host salon',
      knowledge: [
        'skin protection plan: gloves, creams, wet work',
        'disinfection of tools; safe handling of oxidants and sprays',
      ],
      skills: ['prepare a place, cape and tools for a client', 'disinfect scissors, combs and clippers by the plan'],
      autonomy: ['wears gloves without reminder and reports skin reactions at once'],
      assessment: 'hygiene and skin protection checklist by the mentor on day 2; short oral test',
      tasks: [
        'Health and hygiene induction, tour of the salon and its stores',
        'Prepare places and tools, first help at the wash basin',
      ],
    },
    it: {
      title: 'Iniziare a lavorare in sicurezza e igiene nel salone ospitante',
      knowledge: [
        'piano di protezione della pelle: guanti, creme, lavoro umido',
        'disinfezione degli strumenti; uso sicuro di ossidanti e spray',
      ],
      skills: [
        'preparare postazione, mantella e strumenti per un cliente',
        'disinfettare forbici, pettini e tosatrici secondo il piano',
      ],
      autonomy: ['indossa i guanti senza bisogno di richiami e segnala subito reazioni cutanee'],
      assessment: 'lista di controllo igiene e protezione della pelle del tutor il secondo giorno; breve prova orale',
      tasks: [
        'Formazione su salute e igiene, visita del salone e del magazzino',
        'Preparazione di postazioni e strumenti, primo aiuto al lavaggio',
      ],
    },
  },
  {
    key: 'hair-wash-treat',
    eqf: 3,
    hours: 40,
    en: {
      title: 'Wash and treat hair and scalp',
      knowledge: [
        'hair structure, scalp conditions and when a product must not be used',
        'shampoos, conditioners and treatments',
      ],
      skills: [
        'ask the client about allergies and comfort and choose the product',
        'wash with the right grip, temperature and posture',
        'give a scalp massage and apply a treatment by time',
      ],
      autonomy: ['reports a damaged or irritated scalp before going on'],
      assessment: 'five clients observed at the basin; client’s feedback',
      tasks: [
        'Wash and condition hair before cuts',
        'Scalp massage and treatments',
        'Own clients at the basin from welcome to towel',
      ],
    },
    it: {
      title: 'Lavare e trattare capelli e cute',
      knowledge: ['struttura del capello, stato della cute e controindicazioni', 'shampoo, balsami e trattamenti'],
      skills: [
        'chiedere al cliente allergie e preferenze e scegliere il prodotto',
        'lavare con presa, temperatura e postura corrette',
        'eseguire un massaggio del cuoio capelluto e applicare un trattamento rispettando i tempi',
      ],
      autonomy: ['segnala una cute danneggiata o irritata prima di procedere'],
      assessment: 'cinque clienti osservati al lavaggio; riscontro dei clienti',
      tasks: [
        'Lavaggio e balsamo prima dei tagli',
        'Massaggio del cuoio capelluto e trattamenti',
        'Clienti propri al lavaggio, dall’accoglienza all’asciugamano',
      ],
    },
  },
  {
    key: 'hair-blow-dry',
    eqf: 3,
    hours: 40,
    en: {
      title: 'Blow-dry and set hair to the client’s wish',
      knowledge: ['hair types and how heat changes them', 'brushes, rollers, irons and styling products'],
      skills: [
        'section the hair and blow-dry smooth or with volume',
        'set waves with rollers or iron and finish the style',
        'work within the time of the appointment',
      ],
      autonomy: ['checks the result with the client in the mirror and corrects it'],
      assessment: 'three styles on models, with photo record and time',
      tasks: [
        'Blow-dry after cut and colour beside the stylist',
        'Set waves and volume with rollers and irons',
        'Finish own clients’ styles',
      ],
    },
    it: {
      title: 'Asciugare e mettere in piega secondo il desiderio del cliente',
      knowledge: ['tipi di capello ed effetti del calore', 'spazzole, bigodini, piastre e prodotti per lo styling'],
      skills: [
        'suddividere i capelli e asciugare liscio o con volume',
        'realizzare onde con bigodini o ferro e rifinire la piega',
        'lavorare nei tempi dell’appuntamento',
      ],
      autonomy: ['verifica il risultato allo specchio con il cliente e lo corregge'],
      assessment: 'tre pieghe su modelle, con fotografie e tempi',
      tasks: [
        'Asciugatura dopo taglio e colore accanto allo stilista',
        'Onde e volume con bigodini e ferri',
        'Piega finita su clienti propri',
      ],
    },
  },
  {
    key: 'hair-workplace',
    eqf: 3,
    hours: 32,
    en: {
      title: 'Prepare tools, products and colour mixes',
      knowledge: ['mixing ratios, oxidant strengths and exposure times', 'stock and shelf life of products'],
      skills: ['weigh and mix colour from the client card', 'keep tools, towels and stock ready through the day'],
      autonomy: ['mixes only what is written on the card and has it checked'],
      assessment: 'ten mixes checked by the mentor; stock list of one week',
      tasks: ['Prepare trolleys, tools and towels for the day', 'Mix colour from client cards under supervision'],
    },
    it: {
      title: 'Preparare strumenti, prodotti e miscele colore',
      knowledge: ['rapporti di miscelazione, volumi di ossidante e tempi di posa', 'scorte e scadenze dei prodotti'],
      skills: [
        'pesare e miscelare il colore dalla scheda cliente',
        'tenere pronti strumenti, asciugamani e scorte durante la giornata',
      ],
      autonomy: ['miscela solo quanto scritto sulla scheda e lo fa controllare'],
      assessment: 'dieci miscele controllate dal tutor; inventario di una settimana',
      tasks: [
        'Preparazione di carrelli, strumenti e asciugamani',
        'Miscelazione del colore dalle schede cliente sotto supervisione',
      ],
    },
  },
  {
    key: 'hair-reception',
    eqf: 3,
    hours: 28,
    en: {
      title: 'Receive clients, book appointments and take payment',
      knowledge: [
        'appointment system, price list and durations',
        'phrases of welcome and farewell in the host language',
      ],
      skills: [
        'welcome clients and book by phone and in the system',
        'prepare the bill and take payment in cash and by card',
      ],
      autonomy: ['stays friendly under pressure and hands difficult requests on'],
      assessment: 'half a day at reception observed by the mentor; cash report without difference',
      tasks: ['Welcome clients and look after them while they wait', 'Book appointments and take payment'],
    },
    it: {
      title: 'Accogliere i clienti, fissare appuntamenti e incassare',
      knowledge: ['agenda, listino e durate', 'frasi di accoglienza e di saluto nella lingua ospitante'],
      skills: [
        'accogliere i clienti e prenotare per telefono e nel sistema',
        'preparare il conto e incassare in contanti e con carta',
      ],
      autonomy: ['resta cordiale sotto pressione e passa le richieste difficili'],
      assessment: 'mezza giornata alla reception osservata dal tutor; chiusura cassa senza differenze',
      tasks: ['Accoglienza dei clienti e cura dell’attesa', 'Gestione di appuntamenti e incassi'],
    },
  },
];
