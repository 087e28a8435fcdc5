import { type UnitSource } from './unit-source';

export const HEALTHCARE_EQF3: readonly UnitSource[] = [
  {
    key: 'care-safe-start',
    eqf: 3,
    hours: 12,
    core: true,
    en: {
      title: 'Start work safely and discreetly in the host facility',
      knowledge: [
        'hand hygiene, protective equipment and infection control of the house',
        'confidentiality, data protection and the limits of a learner’s tasks',
      ],
      skills: ['disinfect hands at the five moments', 'call for help and raise the alarm by the house’s rules'],
      autonomy: ['takes no photographs of residents and speaks of them only within the team'],
      assessment: 'hygiene check with UV lamp and checklist on day 2; oral test on confidentiality',
      tasks: [
        'Induction on hygiene, fire safety and confidentiality; declaration signed',
        'Meet residents and team, follow the mentor through a whole shift',
      ],
    },
    it: {
      title: 'Iniziare a lavorare in sicurezza e riservatezza nella struttura ospitante',
      knowledge: [
        'igiene delle mani, DPI e controllo delle infezioni nella struttura',
        'riservatezza, protezione dei dati e limiti dei compiti di uno studente',
      ],
      skills: [
        'disinfettare le mani nei cinque momenti',
        'chiedere aiuto e dare l’allarme secondo le regole della struttura',
      ],
      autonomy: ['non fotografa gli ospiti e parla di loro solo all’interno dell’équipe'],
      assessment:
        'controllo igiene con lampada UV e lista di controllo il secondo giorno; prova orale sulla riservatezza',
      tasks: [
        'Formazione su igiene, antincendio e riservatezza; dichiarazione firmata',
        'Conoscenza di ospiti ed équipe, affiancamento del tutor per un turno intero',
      ],
    },
  },
  {
    key: 'care-meals',
    eqf: 3,
    hours: 40,
    en: {
      title: 'Support residents at meals and with drinking',
      knowledge: ['diets, textures and risks of swallowing', 'fluid balance and its record'],
      skills: [
        'prepare the place, posture and aids for a meal',
        'help to eat and drink at the resident’s own pace',
        'record what was eaten and drunk',
      ],
      autonomy: ['stops and calls a nurse when a resident coughs or refuses'],
      assessment: 'three meals observed by the mentor; record sheets of one week',
      tasks: [
        'Prepare the dining room and trays by diet cards',
        'Help residents to eat and drink beside the mentor',
        'Help assigned residents alone and keep the fluid record',
      ],
    },
    it: {
      title: 'Assistere gli ospiti ai pasti e nell’idratazione',
      knowledge: ['diete, consistenze e rischi della deglutizione', 'bilancio idrico e sua registrazione'],
      skills: [
        'preparare posto, postura e ausili per il pasto',
        'aiutare a mangiare e bere secondo i tempi dell’ospite',
        'registrare quanto mangiato e bevuto',
      ],
      autonomy: ['si ferma e chiama l’infermiere se l’ospite tossisce o rifiuta'],
      assessment: 'tre pasti osservati dal tutor; schede di registrazione di una settimana',
      tasks: [
        'Preparazione della sala e dei vassoi secondo le schede dieta',
        'Aiuto ai pasti e nell’idratazione accanto al tutor',
        'Aiuto in autonomia agli ospiti assegnati e registrazione dei liquidi',
      ],
    },
  },
  {
    key: 'care-environment',
    eqf: 3,
    hours: 40,
    en: {
      title: 'Keep a resident’s room and surroundings hygienic and comfortable',
      knowledge: ['cleaning and disinfection plan, colour codes', 'fall risks and safe surroundings'],
      skills: [
        'make a free and an occupied bed with a second person',
        'clean and disinfect bedside places and aids',
        'arrange the room to the resident’s habits',
      ],
      autonomy: ['asks for the resident’s consent before touching personal things'],
      assessment: 'two rooms and one occupied bed observed; checklist',
      tasks: [
        'Make beds and tidy rooms with the team',
        'Clean and disinfect aids by the plan',
        'Look after the rooms of assigned residents',
      ],
    },
    it: {
      title: 'Curare l’igiene e il comfort dell’ambiente di vita dell’ospite',
      knowledge: ['piano di pulizia e disinfezione, codici colore', 'rischi di caduta e ambiente sicuro'],
      skills: [
        'rifare il letto libero e occupato in due persone',
        'pulire e disinfettare unità dell’ospite e ausili',
        'sistemare la camera secondo le abitudini dell’ospite',
      ],
      autonomy: ['chiede il consenso dell’ospite prima di toccare oggetti personali'],
      assessment: 'due camere e un letto occupato osservati; lista di controllo',
      tasks: [
        'Rifacimento letti e riordino camere con l’équipe',
        'Pulizia e disinfezione degli ausili secondo il piano',
        'Cura delle camere degli ospiti assegnati',
      ],
    },
  },
  {
    key: 'care-activities',
    eqf: 3,
    hours: 32,
    en: {
      title: 'Accompany residents in daily activities and leisure',
      knowledge: ['biography work and its use in activities', 'group and single activities for older people'],
      skills: ['prepare and lead a small activity with the activity team', 'accompany on walks and with walking aids'],
      autonomy: ['invites without pressing and adapts to the day’s form'],
      assessment: 'one activity planned, led and reflected on; observation sheet',
      tasks: ['Help with music, games and memory rounds', 'Plan and lead one activity for a small group'],
    },
    it: {
      title: 'Accompagnare gli ospiti nelle attività quotidiane e ricreative',
      knowledge: ['lavoro biografico e suo uso nelle attività', 'attività individuali e di gruppo per anziani'],
      skills: [
        'preparare e condurre una piccola attività con l’animazione',
        'accompagnare in passeggiata e con ausili per la deambulazione',
      ],
      autonomy: ['invita senza insistere e si adatta alle condizioni del giorno'],
      assessment: 'un’attività progettata, condotta e discussa; scheda di osservazione',
      tasks: [
        'Aiuto in attività musicali, giochi e momenti di memoria',
        'Progettazione e conduzione di un’attività per un piccolo gruppo',
      ],
    },
  },
  {
    key: 'care-supplies',
    eqf: 3,
    hours: 28,
    en: {
      title: 'Handle linen, waste and supplies on the ward',
      knowledge: ['clean and dirty paths, kinds of waste', 'stock, expiry dates and ordering'],
      skills: ['sort linen and waste safely', 'fill up stores and check expiry dates'],
      autonomy: ['keeps clean and dirty apart without reminder'],
      assessment: 'checklist over one week; one store checked by the ward manager',
      tasks: ['Linen and waste round with the team', 'Fill up the ward store and check expiry dates'],
    },
    it: {
      title: 'Gestire biancheria, rifiuti e materiali di reparto',
      knowledge: ['percorsi pulito e sporco, tipi di rifiuti', 'scorte, scadenze e ordini'],
      skills: ['separare biancheria e rifiuti in sicurezza', 'rifornire i magazzini e controllare le scadenze'],
      autonomy: ['tiene separati pulito e sporco senza bisogno di richiami'],
      assessment: 'lista di controllo di una settimana; un magazzino verificato dal coordinatore',
      tasks: ['Giro biancheria e rifiuti con l’équipe', 'Rifornimento del magazzino di reparto e controllo scadenze'],
    },
  },
];
