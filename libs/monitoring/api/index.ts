import { type Slice } from '@softmob/api-kit';
import { monitoringMails } from './concern.notice';
import { DiaryEntry } from './diary-entry.entity';
import { Evaluation } from './evaluation.entity';
import {
  DiaryMobilityResolver,
  DocumentMobilityResolver,
  MobilityMonitoringResolver,
  ReportMobilityResolver,
} from './mobility-monitoring.resolver';
import { MonitoringResolver } from './monitoring.resolver';
import { Attendance, TutorReport } from './report.entity';

export const monitoringSlice: Slice = {
  name: 'monitoring',
  entities: [DiaryEntry, TutorReport, Attendance, Evaluation],
  resolvers: [
    MonitoringResolver,
    MobilityMonitoringResolver,
    DocumentMobilityResolver,
    DiaryMobilityResolver,
    ReportMobilityResolver,
  ],
  mails: monitoringMails,
  topics: { 'monitoring:concern': 'concerns' },
};

export { DiaryEntry } from './diary-entry.entity';
export { Evaluation } from './evaluation.entity';
export * from './monitoring.loaders';
export { Attendance, TutorReport } from './report.entity';
