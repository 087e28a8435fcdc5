import { type UnitSource } from './unit-source';

export const HAIRDRESSER_EQF4: readonly UnitSource[] = [
  {
    key: 'hair-cut-colour',
    eqf: 4,
    hours: 60,
    en: {
      title: 'Consult a client and carry out a cut and a colour',
      knowledge: ['hair and scalp diagnosis', 'colour theory, oxidation and patch test'],
      skills: [
        'hold a consultation in the host language (B1)',
        'cut to a drawn line',
        'apply colour and check the result',
      ],
      autonomy: ['keeps skin protection and hygiene rules; adapts to the client’s wish'],
      assessment: 'two models, photo record and client feedback',
      tasks: [
        'Follow consultations and fill in client cards, patch tests',
        'Cut on training heads and models to a drawn line',
        'Apply colour under supervision, check and correct the result',
        'Consult, cut and colour two models',
      ],
    },
    it: {
      title: 'Consigliare un cliente ed eseguire taglio e colore',
      knowledge: ['diagnosi di capelli e cute', 'teoria del colore, ossidazione e test di tolleranza'],
      skills: [
        'condurre una consulenza nella lingua ospitante (B1)',
        'tagliare secondo una linea disegnata',
        'applicare il colore e controllare il risultato',
      ],
      autonomy: ['rispetta le regole di protezione della pelle e di igiene; si adatta al desiderio del cliente'],
      assessment: 'due modelle, documentazione fotografica e riscontro del cliente',
      tasks: [
        'Affiancamento nelle consulenze, compilazione delle schede cliente, test di tolleranza',
        'Taglio su testine e modelle secondo una linea disegnata',
        'Applicazione del colore sotto supervisione, controllo e correzione',
        'Consulenza, taglio e colore su due modelle',
      ],
    },
  },
  {
    key: 'hair-lightening',
    eqf: 4,
    hours: 40,
    en: {
      title: 'Carry out lightening and toning techniques',
      knowledge: [
        'natural pigments, levels of lightening and neutralising tones',
        'risks of lighteners and when to refuse',
      ],
      skills: [
        'place foils or balayage sections to a plan',
        'watch the development, stop it in time and tone',
        'repair and care after lightening',
      ],
      autonomy: ['refuses or postpones on damaged hair and explains why'],
      assessment: 'one model with a written colour plan; result, hair condition and time are judged',
      tasks: [
        'Plan sections and products with the colourist',
        'Place foils and balayage under supervision',
        'Lighten and tone one model to an own plan',
      ],
    },
    it: {
      title: 'Eseguire tecniche di schiaritura e tonalizzazione',
      knowledge: [
        'pigmenti naturali, livelli di schiaritura e toni neutralizzanti',
        'rischi dei decoloranti e casi di rifiuto',
      ],
      skills: [
        'posizionare cartine o sezioni balayage secondo un progetto',
        'controllare lo sviluppo, fermarlo in tempo e tonalizzare',
        'riparare e trattare dopo la schiaritura',
      ],
      autonomy: ['rifiuta o rimanda su capelli danneggiati e ne spiega il motivo'],
      assessment: 'una modella con progetto colore scritto; si valutano risultato, stato del capello e tempi',
      tasks: [
        'Pianificazione di sezioni e prodotti con il colorista',
        'Cartine e balayage sotto supervisione',
        'Schiaritura e tonalizzazione di una modella su progetto proprio',
      ],
    },
  },
  {
    key: 'hair-occasion',
    eqf: 4,
    hours: 24,
    en: {
      title: 'Design and dress hair for an occasion',
      knowledge: ['face shapes, proportions and styles of the host country', 'pins, padding and finishing products'],
      skills: ['draw a proposal with the client', 'dress an updo or plaits that hold through an evening'],
      autonomy: ['keeps to the agreed time and price and says when a wish cannot be met'],
      assessment: 'one occasion style on a model from proposal to photograph',
      tasks: ['Collect styles of the region and draw proposals', 'Dress updos and plaits on training head and model'],
    },
    it: {
      title: 'Progettare e realizzare un’acconciatura da cerimonia',
      knowledge: [
        'forme del viso, proporzioni e stili del paese ospitante',
        'forcine, imbottiture e prodotti di finitura',
      ],
      skills: [
        'disegnare una proposta con il cliente',
        'realizzare un raccolto o trecce che tengano per tutta la serata',
      ],
      autonomy: ['rispetta tempo e prezzo concordati e dice quando un desiderio non è realizzabile'],
      assessment: 'un’acconciatura su modella, dalla proposta alla fotografia',
      tasks: ['Raccolta di stili del territorio e disegno di proposte', 'Raccolti e trecce su testina e modella'],
    },
  },
  {
    key: 'hair-home-care',
    eqf: 4,
    hours: 16,
    en: {
      title: 'Advise on home care and sell products',
      knowledge: ['ingredients and effects of the salon’s products', 'steps of an honest sales talk'],
      skills: [
        'recommend care from the diagnosis, in the host language',
        'show the use and note it on the client card',
      ],
      autonomy: ['recommends what the hair needs, not what is dearest'],
      assessment: 'three advice talks observed by the mentor',
      tasks: ['Learn the product range and its ingredients', 'Advise clients on home care at the end of the service'],
    },
    it: {
      title: 'Consigliare la cura a casa e vendere prodotti',
      knowledge: ['ingredienti ed effetti dei prodotti del salone', 'fasi di una vendita onesta'],
      skills: [
        'consigliare la cura a partire dalla diagnosi, nella lingua ospitante',
        'mostrarne l’uso e annotarlo sulla scheda cliente',
      ],
      autonomy: ['consiglia ciò che serve al capello, non ciò che costa di più'],
      assessment: 'tre consulenze osservate dal tutor',
      tasks: [
        'Studio della gamma prodotti e degli ingredienti',
        'Consulenza sulla cura a casa al termine del servizio',
      ],
    },
  },
];
