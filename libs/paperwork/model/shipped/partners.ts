import { facts, HEAD, heading, HOST, HOSTS, list, paragraph, SCHOOL, signatures, template } from './compose';

const partners = facts(
  'partners',
  HEAD,
  [['Sending organisation', 'Organizzazione di invio'], '{{school.name}}, {{school.address}}'],
  [['Its contact', 'Referente'], '{{school.contactName}}, {{school.contactEmail}}'],
  [['Host organisation', 'Ente di accoglienza'], '{{host.name}}, {{host.address}}, {{host.country}}'],
  [['Its contact', 'Referente'], '{{host.contactName}}, {{host.contactEmail}}'],
);

const memorandum = template(
  'memorandum',
  'own',
  HOSTS,
  heading('objective', 'Objective', 'Obiettivo'),
  paragraph(
    'objective-text',
    'The partners below organise stays of learners together, trust in each other’s assessment and recognise what is learnt.',
    'I partner sotto indicati organizzano insieme soggiorni di discenti, si fidano delle rispettive valutazioni e riconoscono quanto appreso.',
  ),
  partners,
  heading('assessment', 'Assessment, documentation, recognition', 'Valutazione, documentazione, riconoscimento'),
  list(
    'assessment-list',
    [
      'Outcomes are agreed before departure in a learning agreement.',
      'I risultati sono concordati prima della partenza in un accordo di apprendimento.',
    ],
    [
      'The company’s tutor assesses; the host sees to it that it happens.',
      'Il tutor aziendale valuta; l’ente di accoglienza vi provvede.',
    ],
    [
      'The school validates and recognises the outcomes and says so in writing.',
      'La scuola convalida e riconosce i risultati e lo attesta per iscritto.',
    ],
  ),
  heading('validity', 'Validity and revision', 'Validità e revisione'),
  paragraph(
    'validity-text',
    'This memorandum holds from {{document.issuedOn}} until ____________ and is revised once a year.',
    'Il presente memorandum vale dal {{document.issuedOn}} al ____________ ed è rivisto una volta l’anno.',
  ),
  signatures('signatures', SCHOOL, HOST),
);

const qualityCommitment = template(
  'qualityCommitment',
  'partly',
  HOSTS,
  paragraph(
    'intro',
    'For the flow {{flow.code}} to {{flow.town}}, {{flow.startsOn}} – {{flow.endsOn}}, the partners commit themselves as follows.',
    'Per il flusso {{flow.code}} a {{flow.town}}, {{flow.startsOn}} – {{flow.endsOn}}, i partner si impegnano come segue.',
  ),
  partners,
  heading('sending', 'The sending organisation', 'L’organizzazione di invio'),
  list(
    'sending-list',
    [
      'chooses the hosts, selects and prepares the participants,',
      'sceglie gli enti ospitanti, seleziona e prepara i partecipanti,',
    ],
    [
      'makes the agreements and sees to insurance and travel,',
      'stipula gli accordi e provvede ad assicurazione e viaggio,',
    ],
    [
      'follows the stay, evaluates it and recognises what was learnt.',
      'segue il soggiorno, lo valuta e riconosce quanto appreso.',
    ],
  ),
  heading('hosting', 'The host organisation', 'L’ente di accoglienza'),
  list(
    'hosting-list',
    [
      'names a tutor and gives tasks that fit the agreed outcomes,',
      'nomina un tutor e assegna compiti coerenti con i risultati concordati,',
    ],
    [
      'sees to safety at work and to help around the clock,',
      'provvede alla sicurezza sul lavoro e all’assistenza in ogni momento,',
    ],
    ['reports on progress and certifies the stay.', 'riferisce sui progressi e certifica il soggiorno.'],
  ),
  heading('participant', 'The participants', 'I partecipanti'),
  list(
    'participant-list',
    ['keep to the rules of company and accommodation,', 'rispettano le regole dell’azienda e dell’alloggio,'],
    ['do the agreed tasks and report on them.', 'svolgono i compiti concordati e ne riferiscono.'],
  ),
  signatures('signatures', SCHOOL, HOST),
);

export const partnerTemplates = [memorandum, qualityCommitment];
