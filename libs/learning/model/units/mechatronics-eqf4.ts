import { type UnitSource } from './unit-source';

export const MECHATRONICS_EQF4: readonly UnitSource[] = [
  {
    key: 'mec-electropneumatics',
    eqf: 4,
    hours: 80,
    en: {
      title: 'Assemble and commission an electro-pneumatic subsystem',
      knowledge: [
        'circuit and pneumatic diagrams (symbols to IEC 60617 and ISO 1219)',
        'sensor types and their wiring (PNP/NPN)',
        'lockout-tagout and low-voltage safety rules',
      ],
      skills: [
        'mount cylinders, valves and sensors from a drawing',
        'wire a 24 V DC control cabinet and test continuity',
        'set end stops and flow controls; measure cycle time within tolerance',
      ],
      autonomy: [
        'works alone on a set order; reports faults to the mentor',
        'keeps the work place and the records in order',
      ],
      assessment:
        'practical task of 4 h and a talk of 15 min, observed by the mentor; criteria: function, safety, time, record',
      tasks: [
        'Read diagrams, draw up the parts list and prepare the assembly',
        'Mount cylinders, valves and air preparation unit',
        'Wire sensors and valve terminal in the 24 V cabinet',
        'Commission step by step, set end stops and flow controls',
        'Measure the cycle time, correct it and hand over with the record',
      ],
    },
    it: {
      title: 'Assemblare e mettere in servizio un sottosistema elettropneumatico',
      knowledge: [
        'schemi elettrici e pneumatici (simboli IEC 60617 e ISO 1219)',
        'tipi di sensori e loro collegamento (PNP/NPN)',
        'regole lockout-tagout e di sicurezza in bassa tensione',
      ],
      skills: [
        'montare cilindri, valvole e sensori da disegno',
        'cablare un quadro di comando a 24 V DC e provarne la continuità',
        'regolare fine corsa e regolatori di flusso; misurare il tempo ciclo entro la tolleranza',
      ],
      autonomy: [
        'lavora da solo su un ordine assegnato; segnala i guasti al tutor',
        'tiene in ordine il posto di lavoro e la documentazione',
      ],
      assessment:
        'prova pratica di 4 h e colloquio di 15 min, osservati dal tutor; criteri: funzionamento, sicurezza, tempo, scheda',
      tasks: [
        'Lettura degli schemi, distinta dei materiali e preparazione del montaggio',
        'Montaggio di cilindri, valvole e gruppo trattamento aria',
        'Cablaggio di sensori e isola di valvole nel quadro a 24 V',
        'Messa in servizio passo per passo, regolazione di fine corsa e flussi',
        'Misura e correzione del tempo ciclo, consegna con scheda di collaudo',
      ],
    },
  },
  {
    key: 'mec-fault-finding',
    eqf: 4,
    hours: 40,
    en: {
      title: 'Diagnose and repair a fault in an automated line',
      knowledge: ['fault-finding method (symptom, cause, proof)', 'PLC inputs and outputs, online monitoring'],
      skills: [
        'localise a fault by measuring',
        'replace a sensor or actuator and test the function',
        'document the repair and hand the line over',
      ],
      autonomy: ['decides on stop or continue within the given rules'],
      assessment: 'work-order log of three faults, each signed by the mentor',
      tasks: [
        'Follow maintenance calls with the mentor and keep the fault log',
        'Localise faults with multimeter and PLC monitor',
        'Repair, test and hand over three faults',
      ],
    },
    it: {
      title: 'Diagnosticare e riparare un guasto in una linea automatizzata',
      knowledge: ['metodo di ricerca guasti (sintomo, causa, prova)', 'ingressi e uscite PLC, monitoraggio online'],
      skills: [
        'localizzare un guasto mediante misure',
        'sostituire un sensore o un attuatore e provarne il funzionamento',
        'documentare la riparazione e riconsegnare la linea',
      ],
      autonomy: ['decide se fermare o proseguire entro le regole date'],
      assessment: 'registro di tre interventi su guasto, ciascuno firmato dal tutor',
      tasks: [
        'Affiancamento negli interventi e tenuta del registro guasti',
        'Localizzazione dei guasti con multimetro e monitor PLC',
        'Riparazione, prova e riconsegna di tre guasti',
      ],
    },
  },
  {
    key: 'mec-plc-change',
    eqf: 4,
    hours: 32,
    en: {
      title: 'Adapt and test a PLC sequence under supervision',
      knowledge: ['sequence charts (GRAFCET, IEC 60848)', 'back-up and version rules for PLC programs'],
      skills: [
        'change timers, counters and set values in an existing program',
        'test the change in simulation and then on the machine',
      ],
      autonomy: ['never loads a program without back-up and release by the mentor'],
      assessment: 'one change request carried out with test protocol and a talk of 15 min',
      tasks: [
        'Read the sequence of one station and back up the program',
        'Program, simulate and test one change request',
      ],
    },
    it: {
      title: 'Adattare e provare una sequenza PLC sotto supervisione',
      knowledge: ['diagrammi di sequenza (GRAFCET, IEC 60848)', 'regole di backup e versione dei programmi PLC'],
      skills: [
        'modificare temporizzatori, contatori e parametri in un programma esistente',
        'provare la modifica in simulazione e poi sulla macchina',
      ],
      autonomy: ['non carica mai un programma senza backup e approvazione del tutor'],
      assessment: 'una richiesta di modifica eseguita con protocollo di prova e colloquio di 15 min',
      tasks: [
        'Lettura della sequenza di una stazione e backup del programma',
        'Programmazione, simulazione e prova di una modifica',
      ],
    },
  },
  {
    key: 'mec-handover',
    eqf: 4,
    hours: 20,
    en: {
      title: 'Document work and hand over to the next shift',
      knowledge: [
        'shift log, work order and spare-parts system of the company',
        'technical terms in the host language',
      ],
      skills: [
        'write a short, complete record of work done and work left open',
        'explain the state of a machine to a colleague in the host language',
      ],
      autonomy: ['hands over nothing unclear: asks back and confirms'],
      assessment: 'five shift records and two handovers observed by the mentor',
      tasks: ['Keep the shift log beside the mentor', 'Hand a machine over to the next shift in the host language'],
    },
    it: {
      title: 'Documentare il lavoro e passare le consegne al turno successivo',
      knowledge: [
        'registro di turno, ordine di lavoro e gestione ricambi dell’azienda',
        'termini tecnici nella lingua ospitante',
      ],
      skills: [
        'scrivere una registrazione breve e completa del lavoro svolto e di quello in sospeso',
        'spiegare lo stato di una macchina a un collega nella lingua ospitante',
      ],
      autonomy: ['non lascia nulla di poco chiaro: richiede e conferma'],
      assessment: 'cinque registrazioni di turno e due passaggi di consegne osservati dal tutor',
      tasks: [
        'Tenuta del registro di turno con il tutor',
        'Passaggio di consegne al turno successivo nella lingua ospitante',
      ],
    },
  },
];
