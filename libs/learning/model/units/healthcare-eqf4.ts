import { type UnitSource } from './unit-source';

export const HEALTHCARE_EQF4: readonly UnitSource[] = [
  {
    key: 'care-basic-mobilisation',
    eqf: 4,
    hours: 80,
    en: {
      title: 'Support basic care and mobilisation of a resident',
      knowledge: ['hygiene and infection prevention', 'kinaesthetic principles', 'privacy and dignity'],
      skills: ['support washing, dressing and eating', 'transfer from bed to chair with aids', 'observe and record'],
      autonomy: ['acts only within delegated tasks; reports changes'],
      assessment: 'observation sheet on five days; reflection talk',
      tasks: [
        'Follow basic care beside the mentor, learn residents’ habits and care plans',
        'Support washing and dressing of assigned residents',
        'Practise transfers with sliding sheet, belt and hoist',
        'Carry out morning care of two residents within delegated tasks',
        'Observe, record and report at the handover',
      ],
    },
    it: {
      title: 'Assistere un ospite nelle cure di base e nella mobilizzazione',
      knowledge: ['igiene e prevenzione delle infezioni', 'principi di cinestetica', 'privacy e dignità'],
      skills: [
        'assistere nel lavarsi, vestirsi e mangiare',
        'trasferire dal letto alla sedia con ausili',
        'osservare e registrare',
      ],
      autonomy: ['agisce solo entro i compiti delegati; segnala i cambiamenti'],
      assessment: 'scheda di osservazione su cinque giorni; colloquio di riflessione',
      tasks: [
        'Affiancamento nelle cure di base, conoscenza di abitudini e piani di assistenza',
        'Aiuto nell’igiene e nella vestizione degli ospiti assegnati',
        'Esercizio dei trasferimenti con telo, cintura e sollevatore',
        'Cure del mattino di due ospiti entro i compiti delegati',
        'Osservazione, registrazione e relazione al passaggio di consegne',
      ],
    },
  },
  {
    key: 'care-observe-report',
    eqf: 4,
    hours: 36,
    en: {
      title: 'Observe, measure and report changes',
      knowledge: ['vital signs and their usual values', 'care documentation and the SBAR handover'],
      skills: [
        'measure pulse, blood pressure, temperature and weight',
        'recognise pressure marks, pain and confusion',
        'report at the handover in the host language',
      ],
      autonomy: ['measures only where delegated and reports a deviation at once'],
      assessment: 'ten measurements compared with the nurse’s; two handovers observed',
      tasks: [
        'Measure vital signs beside the nurse',
        'Skin observation and position changes by the plan',
        'Report assigned residents at the handover',
      ],
    },
    it: {
      title: 'Osservare, misurare e riferire i cambiamenti',
      knowledge: ['parametri vitali e valori abituali', 'documentazione assistenziale e consegne SBAR'],
      skills: [
        'misurare polso, pressione, temperatura e peso',
        'riconoscere arrossamenti da pressione, dolore e confusione',
        'riferire alle consegne nella lingua ospitante',
      ],
      autonomy: ['misura solo se delegato e segnala subito uno scostamento'],
      assessment: 'dieci misurazioni confrontate con quelle dell’infermiere; due consegne osservate',
      tasks: [
        'Rilevazione dei parametri vitali accanto all’infermiere',
        'Osservazione della cute e cambi di posizione secondo il piano',
        'Relazione sugli ospiti assegnati al passaggio di consegne',
      ],
    },
  },
  {
    key: 'care-dementia',
    eqf: 4,
    hours: 24,
    en: {
      title: 'Communicate with people living with dementia',
      knowledge: ['stages and signs of dementia', 'validation and calm communication'],
      skills: ['make contact with eyes, voice and simple words', 'calm and redirect in a difficult moment'],
      autonomy: ['stays calm, protects dignity and fetches help in time'],
      assessment: 'two observed situations and a reflection talk of 15 min',
      tasks: [
        'Read biographies and observe the mentor’s communication',
        'Accompany an assigned resident through the afternoon',
      ],
    },
    it: {
      title: 'Comunicare con persone che vivono con la demenza',
      knowledge: ['stadi e segni della demenza', 'metodo validation e comunicazione calma'],
      skills: [
        'stabilire un contatto con sguardo, voce e parole semplici',
        'calmare e riorientare in un momento difficile',
      ],
      autonomy: ['resta calmo, tutela la dignità e chiede aiuto in tempo'],
      assessment: 'due situazioni osservate e colloquio di riflessione di 15 min',
      tasks: [
        'Lettura delle biografie e osservazione della comunicazione del tutor',
        'Accompagnamento di un ospite assegnato per il pomeriggio',
      ],
    },
  },
];
