import { type UnitSource } from './unit-source';

export const COOK_EQF4: readonly UnitSource[] = [
  {
    key: 'cook-regional-menu',
    eqf: 4,
    hours: 80,
    en: {
      title: 'Prepare and serve a regional three-course menu',
      knowledge: [
        'HACCP principles and allergens (14)',
        'cuts of meat and fish, stocks and sauces',
        'portion cost calculation',
      ],
      skills: [
        'plan mise en place for 20 covers',
        'prepare three courses in time at the required core temperatures',
        'present and pass the plates in the right order',
      ],
      autonomy: ['works in the brigade; keeps the hygiene plan without reminder'],
      assessment: 'service observed by the chef; tasting panel; hygiene checklist',
      tasks: [
        'Learn the regional menu from recipe cards, cost one portion',
        'Plan and prepare the mise en place for 20 covers',
        'Cook starters and main courses in service beside the chef de partie',
        'Cook own courses in service, plate and pass',
        'Serve the own three-course menu to a panel',
      ],
    },
    it: {
      title: 'Preparare e servire un menu regionale di tre portate',
      knowledge: [
        'principi HACCP e allergeni (14)',
        'tagli di carne e pesce, fondi e salse',
        'calcolo del costo porzione',
      ],
      skills: [
        'pianificare la mise en place per 20 coperti',
        'preparare tre portate nei tempi e alle temperature al cuore richieste',
        'impiattare e passare i piatti nell’ordine corretto',
      ],
      autonomy: ['lavora in brigata; rispetta il piano igienico senza bisogno di richiami'],
      assessment: 'servizio osservato dallo chef; assaggio in commissione; lista di controllo igienica',
      tasks: [
        'Studio del menu regionale dalle schede ricetta, costo di una porzione',
        'Pianificazione e preparazione della mise en place per 20 coperti',
        'Cottura di antipasti e secondi in servizio con il capopartita',
        'Cottura di portate proprie in servizio, impiattamento e passe',
        'Presentazione del proprio menu di tre portate a una commissione',
      ],
    },
  },
  {
    key: 'cook-meat-fish',
    eqf: 4,
    hours: 40,
    en: {
      title: 'Cook meat and fish to order',
      knowledge: ['cooking methods and degrees of doneness', 'core temperatures and holding times by the HACCP plan'],
      skills: [
        'portion, trim and fillet with little waste',
        'roast, grill and poach to the degree ordered and check the core temperature',
        'time several orders so that a table is served together',
      ],
      autonomy: ['decides when a piece goes back on the fire and says so'],
      assessment: 'ten orders in one service, observed by the chef; core temperatures recorded',
      tasks: [
        'Portion meat and fish for service',
        'Grill and roast beside the chef de partie, record core temperatures',
        'Take own orders at the hot station',
      ],
    },
    it: {
      title: 'Cuocere carne e pesce su ordinazione',
      knowledge: ['metodi e gradi di cottura', 'temperature al cuore e tempi di mantenimento secondo il piano HACCP'],
      skills: [
        'porzionare, parare e sfilettare con poco scarto',
        'arrostire, grigliare e affogare al grado richiesto controllando la temperatura al cuore',
        'coordinare più ordini perché un tavolo sia servito insieme',
      ],
      autonomy: ['decide quando un pezzo deve tornare sul fuoco e lo comunica'],
      assessment: 'dieci ordini in un servizio, osservati dallo chef; temperature al cuore registrate',
      tasks: [
        'Porzionatura di carne e pesce per il servizio',
        'Griglia e arrosti con il capopartita, registrazione delle temperature al cuore',
        'Gestione di ordini propri alla partita calda',
      ],
    },
  },
  {
    key: 'cook-desserts',
    eqf: 4,
    hours: 32,
    en: {
      title: 'Make doughs and regional desserts',
      knowledge: ['basic doughs and creams', 'eggs, sugar and gelling agents in the kitchen'],
      skills: ['prepare three basic doughs and two creams by weight', 'bake, portion and decorate a regional dessert'],
      autonomy: ['plans resting and baking times into the order of work of the kitchen'],
      assessment: 'two desserts for ten guests; taste, look, weight and waste are judged',
      tasks: ['Prepare doughs and creams at the pastry station', 'Bake, plate and serve regional desserts'],
    },
    it: {
      title: 'Preparare impasti e dolci regionali',
      knowledge: ['impasti e creme di base', 'uova, zucchero e gelificanti in cucina'],
      skills: ['preparare a peso tre impasti base e due creme', 'cuocere, porzionare e decorare un dolce regionale'],
      autonomy: ['inserisce tempi di riposo e di cottura nell’ordine di lavoro della cucina'],
      assessment: 'due dolci per dieci ospiti; si valutano gusto, aspetto, peso e scarto',
      tasks: [
        'Preparazione di impasti e creme alla partita di pasticceria',
        'Cottura, impiattamento e servizio di dolci regionali',
      ],
    },
  },
  {
    key: 'cook-diets',
    eqf: 4,
    hours: 20,
    en: {
      title: 'Adapt dishes to allergies and diets',
      knowledge: [
        'the 14 allergens, cross-contamination and substitutes',
        'vegetarian, vegan, halal and coeliac diets',
      ],
      skills: [
        'change a recipe for a diet and keep its taste and look',
        'explain a dish and its allergens to service staff in the host language',
      ],
      autonomy: ['asks back before a dish leaves the pass when a diet is not certain'],
      assessment: 'two adapted recipes with allergen card; talk of 10 min in the host language',
      tasks: ['Keep the allergen cards of the menu up to date', 'Prepare and explain adapted dishes in service'],
    },
    it: {
      title: 'Adattare i piatti ad allergie e regimi alimentari',
      knowledge: [
        'i 14 allergeni, contaminazione crociata e sostituti',
        'diete vegetariana, vegana, halal e senza glutine',
      ],
      skills: [
        'modificare una ricetta per una dieta mantenendone gusto e aspetto',
        'spiegare un piatto e i suoi allergeni al personale di sala nella lingua ospitante',
      ],
      autonomy: ['chiede conferma prima che un piatto esca dal passe se la dieta non è certa'],
      assessment: 'due ricette adattate con scheda allergeni; colloquio di 10 min nella lingua ospitante',
      tasks: [
        'Aggiornamento delle schede allergeni del menu',
        'Preparazione e spiegazione di piatti adattati in servizio',
      ],
    },
  },
];
