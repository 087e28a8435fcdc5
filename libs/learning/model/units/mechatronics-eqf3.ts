import { type UnitSource } from './unit-source';

export const MECHATRONICS_EQF3: readonly UnitSource[] = [
  {
    key: 'mec-safe-start',
    eqf: 3,
    hours: 12,
    core: true,
    en: {
      title: 'Start work safely in the host company',
      knowledge: [
        'escape routes, alarm and first-aid rules of the plant',
        'hazards at machines: moving parts, stored energy, 24 V and 400 V circuits',
      ],
      skills: [
        'choose, check and wear the protective equipment of each area',
        'apply lockout-tagout on one machine under supervision',
      ],
      autonomy: ['works on de-energised equipment only and asks before acting when in doubt'],
      assessment: 'safety test of 20 questions (at least 16 right) and a walk round the plant with the mentor on day 2',
      tasks: [
        'Health and safety induction, protective equipment handed over and signed for',
        'Supervised lockout-tagout on one machine of the line',
      ],
    },
    it: {
      title: 'Iniziare a lavorare in sicurezza nell’azienda ospitante',
      knowledge: [
        'vie di fuga, regole di allarme e di primo soccorso dello stabilimento',
        'pericoli alle macchine: parti in movimento, energia accumulata, circuiti a 24 V e 400 V',
      ],
      skills: [
        'scegliere, controllare e indossare i DPI previsti per ogni area',
        'applicare la procedura lockout-tagout su una macchina sotto supervisione',
      ],
      autonomy: ['lavora solo su impianti fuori tensione e in caso di dubbio chiede prima di agire'],
      assessment:
        'test di sicurezza di 20 domande (almeno 16 corrette) e giro dello stabilimento con il tutor il secondo giorno',
      tasks: [
        'Formazione su salute e sicurezza, consegna dei DPI con firma di ricevuta',
        'Lockout-tagout su una macchina della linea, sotto supervisione',
      ],
    },
  },
  {
    key: 'mec-mechanical-drive',
    eqf: 3,
    hours: 40,
    en: {
      title: 'Assemble and align a mechanical drive',
      knowledge: [
        'assembly drawings, fits and tolerances (ISO 286)',
        'bearings, belts, chains and couplings and how they are mounted',
      ],
      skills: [
        'mount bearings and couplings with the right tool and tightening torque',
        'align shafts and set belt tension within the stated tolerance',
        'check run-out and noise in a test run',
      ],
      autonomy: ['follows the assembly order and has each stage released by the mentor'],
      assessment:
        'one drive assembled to drawing, measured values recorded; criteria: accuracy, sequence, tools, order',
      tasks: [
        'Read drawings and prepare parts and tools for a drive',
        'Mount bearings, pulleys and couplings, align shafts',
        'Test run, measure run-out, complete the record',
      ],
    },
    it: {
      title: 'Assemblare e allineare una trasmissione meccanica',
      knowledge: [
        'disegni complessivi, accoppiamenti e tolleranze (ISO 286)',
        'cuscinetti, cinghie, catene e giunti e loro montaggio',
      ],
      skills: [
        'montare cuscinetti e giunti con l’attrezzo e la coppia di serraggio corretti',
        'allineare gli alberi e regolare la tensione delle cinghie entro la tolleranza indicata',
        'controllare oscillazione e rumorosità in una prova di funzionamento',
      ],
      autonomy: ['segue la sequenza di montaggio e fa approvare ogni fase dal tutor'],
      assessment:
        'una trasmissione assemblata a disegno con valori misurati; criteri: precisione, sequenza, attrezzi, ordine',
      tasks: [
        'Lettura dei disegni, preparazione di parti e attrezzi per una trasmissione',
        'Montaggio di cuscinetti, pulegge e giunti, allineamento degli alberi',
        'Prova di funzionamento, misura dell’oscillazione, compilazione della scheda',
      ],
    },
  },
  {
    key: 'mec-wiring',
    eqf: 3,
    hours: 40,
    en: {
      title: 'Prepare and install wiring and terminal strips',
      knowledge: ['cable types, cross-sections and colours (IEC 60204-1)', 'terminal plans and wire labelling'],
      skills: [
        'cut, strip and crimp conductors and ferrules',
        'lay cables in ducts and connect terminal strips by the plan',
        'test continuity and insulation and record the values',
      ],
      autonomy: ['checks the own work against the plan before asking for release'],
      assessment:
        'one terminal strip of 40 points wired without fault; continuity record; crimps inspected by the mentor',
      tasks: [
        'Prepare cable harnesses and labels from the terminal plan',
        'Lay cables and connect terminal strips in a control cabinet',
        'Continuity and insulation tests with record',
      ],
    },
    it: {
      title: 'Preparare e installare cablaggi e morsettiere',
      knowledge: ['tipi, sezioni e colori dei cavi (IEC 60204-1)', 'schemi di morsettiera e siglatura dei conduttori'],
      skills: [
        'tagliare, spelare e crimpare conduttori e puntalini',
        'posare i cavi in canalina e collegare le morsettiere secondo lo schema',
        'provare continuità e isolamento e registrare i valori',
      ],
      autonomy: ['controlla il proprio lavoro sullo schema prima di chiederne l’approvazione'],
      assessment:
        'una morsettiera da 40 punti cablata senza errori; scheda di continuità; crimpature controllate dal tutor',
      tasks: [
        'Preparazione di cablaggi e siglature dallo schema di morsettiera',
        'Posa dei cavi e collegamento delle morsettiere in un quadro di comando',
        'Prove di continuità e isolamento con registrazione',
      ],
    },
  },
  {
    key: 'mec-preventive-maintenance',
    eqf: 3,
    hours: 36,
    en: {
      title: 'Carry out preventive maintenance to a plan',
      knowledge: ['maintenance plans, intervals and wear limits', 'lubricants, filters and their safe disposal'],
      skills: [
        'clean, lubricate and replace wear parts by the plan',
        'check compressed-air units and drain condensate',
        'spot leaks, looseness and unusual noise and report them',
      ],
      autonomy: ['keeps to the plan and records every deviation the same day'],
      assessment: 'three maintenance orders on different machines, each with a complete record',
      tasks: [
        'Weekly maintenance of one line with the maintenance team',
        'Replace wear parts, filters and lubricant by the plan',
        'Record findings and propose follow-up work',
      ],
    },
    it: {
      title: 'Eseguire la manutenzione preventiva secondo un piano',
      knowledge: [
        'piani di manutenzione, intervalli e limiti di usura',
        'lubrificanti, filtri e loro smaltimento sicuro',
      ],
      skills: [
        'pulire, lubrificare e sostituire parti soggette a usura secondo il piano',
        'controllare i gruppi aria compressa e scaricare la condensa',
        'individuare perdite, allentamenti e rumori anomali e segnalarli',
      ],
      autonomy: ['rispetta il piano e registra ogni scostamento in giornata'],
      assessment: 'tre ordini di manutenzione su macchine diverse, ciascuno con scheda completa',
      tasks: [
        'Manutenzione settimanale di una linea con la squadra di manutenzione',
        'Sostituzione di parti usurate, filtri e lubrificante secondo il piano',
        'Registrazione dei rilievi e proposta di interventi successivi',
      ],
    },
  },
  {
    key: 'mec-measure-parts',
    eqf: 3,
    hours: 24,
    en: {
      title: 'Measure parts and record the results',
      knowledge: ['measuring instruments, their resolution and calibration marks', 'tolerances on drawings'],
      skills: [
        'measure with calliper, micrometer and dial gauge',
        'decide good or scrap from the tolerance and fill in the inspection sheet',
      ],
      autonomy: ['stops the batch and calls the mentor when a part is out of tolerance'],
      assessment: 'inspection of a batch of 20 parts, compared with the measurement of the quality office',
      tasks: ['Incoming inspection of a batch', 'Checks on the line with inspection sheet and control chart'],
    },
    it: {
      title: 'Misurare pezzi e registrare i risultati',
      knowledge: ['strumenti di misura, risoluzione e marcature di taratura', 'tolleranze sui disegni'],
      skills: [
        'misurare con calibro, micrometro e comparatore',
        'decidere buono o scarto in base alla tolleranza e compilare la scheda di controllo',
      ],
      autonomy: ['ferma il lotto e chiama il tutor quando un pezzo è fuori tolleranza'],
      assessment: 'controllo di un lotto di 20 pezzi, confrontato con la misura dell’ufficio qualità',
      tasks: ['Controllo in accettazione di un lotto', 'Controlli in linea con scheda e carta di controllo'],
    },
  },
];
