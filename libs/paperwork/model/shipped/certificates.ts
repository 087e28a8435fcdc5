import {
  ALL,
  COMPANY,
  facts,
  HEAD,
  heading,
  HOST,
  HOSTS,
  list,
  paragraph,
  SCHOOL,
  signatures,
  template,
} from './compose';

const attendance = template(
  'attendance',
  'own',
  ALL,
  paragraph(
    'text',
    '{{company.name}}, {{company.address}}, confirms that {{participant.fullName}} of {{school.name}} took part in: {{flow.activity}}, from {{mobility.startsOn}} to {{mobility.endsOn}}.',
    '{{company.name}}, {{company.address}}, conferma che {{participant.fullName}} di {{school.name}} ha partecipato a: {{flow.activity}}, dal {{mobility.startsOn}} al {{mobility.endsOn}}.',
  ),
  facts(
    'facts',
    HEAD,
    [['Project', 'Progetto'], '{{project.code?}} {{project.title}}'],
    [['Days present', 'Giorni di presenza'], '{{attendance.days}}'],
    [['Hours', 'Ore'], '{{attendance.hours?}}'],
    [['Issued on', 'Rilasciato il'], '{{document.issuedOn}}'],
  ),
  signatures('signatures', COMPANY),
);

const europass = template(
  'europass',
  'partly',
  ALL,
  heading('holder', '1. Holder', '1. Titolare'),
  facts(
    'holder-facts',
    HEAD,
    [['Surname, first name', 'Cognome, nome'], '{{participant.lastName}}, {{participant.firstName}}'],
    [['Born on', 'Data di nascita'], '{{participant.birthDate}}'],
    [['Nationality', 'Nazionalità'], '{{participant.nationality?}}'],
  ),
  heading('issuer', '2. Issuing organisation', '2. Organizzazione che rilascia'),
  facts(
    'issuer-facts',
    HEAD,
    [['Name', 'Nome'], '{{school.name}}, {{school.address}}'],
    [['Number, day of issue', 'Numero, data di emissione'], '{{document.number}}, {{document.issuedOn}}'],
  ),
  heading('partners', '3. Partners', '3. Partner'),
  facts(
    'partner-facts',
    HEAD,
    [['Sending', 'Invio'], '{{school.name}}, {{school.contactName}}'],
    [['Hosting', 'Accoglienza'], '{{company.name}}, {{company.address}}, {{company.tutorName}}'],
  ),
  heading('experience', '4. The experience', '4. L’esperienza'),
  paragraph(
    'experience-text',
    '{{flow.activity}}, {{mobility.startsOn}} to {{mobility.endsOn}}, as part of the training for {{participant.qualification?}}.',
    '{{flow.activity}}, dal {{mobility.startsOn}} al {{mobility.endsOn}}, nell’ambito della formazione per {{participant.qualification?}}.',
  ),
  heading('skills', '5a. Skills acquired', '5a. Competenze acquisite'),
  list('outcomes', ['{{learning.outcomes}}', '{{learning.outcomes}}']),
  signatures('signatures', SCHOOL, COMPANY),
);

const accompanying = template(
  'accompanyingCertificate',
  'own',
  HOSTS,
  paragraph(
    'text',
    '{{host.name}} and {{school.name}} confirm that {{accompanying.fullName}} accompanied the learners of the flow {{flow.code}} in {{flow.town}}, {{flow.country}}, from {{accompanying.startsOn}} to {{accompanying.endsOn}}.',
    '{{host.name}} e {{school.name}} confermano che {{accompanying.fullName}} ha accompagnato i discenti del flusso {{flow.code}} a {{flow.town}}, {{flow.country}}, dal {{accompanying.startsOn}} al {{accompanying.endsOn}}.',
  ),
  heading('learners', 'Learners accompanied', 'Discenti accompagnati'),
  list('learner-list', ['{{flow.participants}}', '{{flow.participants}}']),
  signatures('signatures', SCHOOL, HOST),
);

export const certificates = [attendance, europass, accompanying];
