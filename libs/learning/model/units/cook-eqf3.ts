import { type UnitSource } from './unit-source';

export const COOK_EQF3: readonly UnitSource[] = [
  {
    key: 'cook-safe-start',
    eqf: 3,
    hours: 12,
    core: true,
    en: {
      title: 'Start work safely and hygienically in the host kitchen',
      knowledge: [
        'hygiene plan, dress and hand-washing rules of the kitchen',
        'risks from knives, heat, slips and cleaning agents; fire blanket and extinguisher',
      ],
      skills: [
        'set up the own station and handle knives and machines with their guards',
        'clean and disinfect surfaces by the plan',
      ],
      autonomy: ['stays away from food when ill and reports cuts and burns at once'],
      assessment: 'hygiene and safety checklist by the chef on day 2; short oral test',
      tasks: [
        'Hygiene and safety induction, work clothing, tour of stores and stations',
        'First mise en place under supervision, cleaning by the plan',
      ],
    },
    it: {
      title: 'Iniziare a lavorare in sicurezza e igiene nella cucina ospitante',
      knowledge: [
        'piano igienico, abbigliamento e lavaggio delle mani in cucina',
        'rischi da coltelli, calore, scivolamento e detergenti; coperta antifiamma ed estintore',
      ],
      skills: [
        'allestire la propria postazione e usare coltelli e macchine con le protezioni',
        'pulire e sanificare le superfici secondo il piano',
      ],
      autonomy: ['in caso di malattia si tiene lontano dagli alimenti e segnala subito tagli e ustioni'],
      assessment: 'lista di controllo igiene e sicurezza dello chef il secondo giorno; breve prova orale',
      tasks: [
        'Formazione su igiene e sicurezza, divisa, visita di magazzini e partite',
        'Prima mise en place sotto supervisione, pulizie secondo il piano',
      ],
    },
  },
  {
    key: 'cook-goods-in',
    eqf: 3,
    hours: 30,
    en: {
      title: 'Receive and store goods according to the hygiene plan',
      knowledge: ['cold-chain temperatures and labels', 'shelf life, lot numbers and traceability'],
      skills: [
        'check delivery notes and take temperatures',
        'store goods by kind and rotate stock (first in, first out)',
      ],
      autonomy: ['refuses and records faulty goods'],
      assessment: 'checklist over five deliveries',
      tasks: [
        'Receive deliveries with the storekeeper and record temperatures',
        'Store, label and rotate goods, keep the stock list',
      ],
    },
    it: {
      title: 'Ricevere e conservare le merci secondo il piano igienico',
      knowledge: ['temperature della catena del freddo ed etichette', 'scadenze, numeri di lotto e tracciabilità'],
      skills: [
        'controllare le bolle di consegna e rilevare le temperature',
        'stoccare le merci per tipo e ruotare le scorte (FIFO)',
      ],
      autonomy: ['rifiuta e registra le merci non conformi'],
      assessment: 'lista di controllo su cinque consegne',
      tasks: [
        'Ricevimento delle consegne con il magazziniere e registrazione delle temperature',
        'Stoccaggio, etichettatura e rotazione delle merci, tenuta dell’inventario',
      ],
    },
  },
  {
    key: 'cook-vegetables-stocks',
    eqf: 3,
    hours: 40,
    en: {
      title: 'Prepare vegetables, stocks and basic sauces',
      knowledge: ['cuts of vegetables and their use', 'white and brown stocks, thickening, basic sauces'],
      skills: [
        'clean and cut vegetables evenly and with little waste',
        'prepare, cool down and store two stocks',
        'prepare three basic sauces and correct taste and thickness',
      ],
      autonomy: ['plans the own order of work for the morning and keeps to it'],
      assessment: 'work sample: mise en place for 20 covers, one stock and one sauce; tasting by the chef',
      tasks: [
        'Vegetable mise en place for the daily menu',
        'Prepare stocks and cool them down by the hygiene plan',
        'Prepare basic sauces and help at the sauce station',
      ],
    },
    it: {
      title: 'Preparare verdure, fondi e salse di base',
      knowledge: ['tagli delle verdure e loro impiego', 'fondi bianchi e bruni, leganti, salse madri'],
      skills: [
        'mondare e tagliare le verdure in modo uniforme e con poco scarto',
        'preparare, abbattere e conservare due fondi',
        'preparare tre salse di base e correggerne gusto e densità',
      ],
      autonomy: ['pianifica il proprio ordine di lavoro del mattino e lo rispetta'],
      assessment: 'prova pratica: mise en place per 20 coperti, un fondo e una salsa; assaggio dello chef',
      tasks: [
        'Mise en place delle verdure per il menu del giorno',
        'Preparazione dei fondi e abbattimento secondo il piano igienico',
        'Preparazione delle salse di base e aiuto alla partita delle salse',
      ],
    },
  },
  {
    key: 'cook-cold-kitchen',
    eqf: 3,
    hours: 40,
    en: {
      title: 'Prepare starters, salads and cold dishes',
      knowledge: ['cold dishes of the region and their ingredients', 'the 14 allergens and how they are declared'],
      skills: [
        'prepare dressings, salads and cold starters from recipe cards',
        'portion and plate evenly and keep the cold chain until service',
      ],
      autonomy: ['works alone at the cold station in quiet service, asks for help in time when it gets busy'],
      assessment: 'cold station observed during two services; plates compared with the recipe card',
      tasks: [
        'Prepare dressings, salads and spreads from recipe cards',
        'Plate cold starters in service beside the chef de partie',
        'Run the cold station in a quiet service',
      ],
    },
    it: {
      title: 'Preparare antipasti, insalate e piatti freddi',
      knowledge: ['piatti freddi del territorio e loro ingredienti', 'i 14 allergeni e la loro dichiarazione'],
      skills: [
        'preparare condimenti, insalate e antipasti freddi da scheda ricetta',
        'porzionare e impiattare in modo uniforme mantenendo la catena del freddo',
      ],
      autonomy: ['gestisce da solo la partita fredda in un servizio tranquillo e chiede aiuto in tempo'],
      assessment: 'partita fredda osservata durante due servizi; piatti confrontati con la scheda ricetta',
      tasks: [
        'Preparazione di condimenti, insalate e creme da scheda ricetta',
        'Impiattamento degli antipasti freddi in servizio con il capopartita',
        'Gestione della partita fredda in un servizio tranquillo',
      ],
    },
  },
  {
    key: 'cook-station',
    eqf: 3,
    hours: 30,
    en: {
      title: 'Set up, keep and close a kitchen station',
      knowledge: ['equipment of the station and its care', 'orders, calls and timing of a service'],
      skills: [
        'set up the station by the checklist before service',
        'keep order during service and close down with labels and records',
      ],
      autonomy: ['answers calls clearly and keeps the agreed times'],
      assessment: 'opening and closing checklists of five services, signed by the chef de partie',
      tasks: ['Set up and close the station by the checklist', 'Work the station through full services'],
    },
    it: {
      title: 'Allestire, tenere e chiudere una partita di cucina',
      knowledge: ['attrezzature della partita e loro cura', 'comande, chiamate e tempi di un servizio'],
      skills: [
        'allestire la partita secondo la lista di controllo prima del servizio',
        'mantenere l’ordine durante il servizio e chiudere con etichette e registri',
      ],
      autonomy: ['risponde con chiarezza alle chiamate e rispetta i tempi concordati'],
      assessment: 'liste di apertura e chiusura di cinque servizi, firmate dal capopartita',
      tasks: ['Allestimento e chiusura della partita secondo la lista', 'Lavoro alla partita per servizi completi'],
    },
  },
];
