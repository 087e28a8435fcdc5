import { type AgreementContent } from './agreement-content';
import { type UnitAssessment, type UnitResult } from './assessment';
import { type LocalText, text } from './text';

/** What the school grants for a unit that was assessed abroad. */
export const RECOGNITION_RESULTS = ['recognised', 'partlyRecognised', 'notRecognised'] as const;
export type RecognitionResult = (typeof RECOGNITION_RESULTS)[number];

export const RECOGNITION_LABELS: Record<RecognitionResult, LocalText> = {
  recognised: text('Recognised', 'Riconosciuta'),
  partlyRecognised: text('Partly recognised', 'Riconosciuta in parte'),
  notRecognised: text('Not recognised', 'Non riconosciuta'),
};

const FROM_RESULT: Record<UnitResult, RecognitionResult> = {
  achieved: 'recognised',
  partlyAchieved: 'partlyRecognised',
  notAchieved: 'notRecognised',
};

export interface UnitRecognition {
  readonly unitKey: string;
  readonly result: RecognitionResult;
  /** Hours counted as work-based learning: all, half or none of the unit's. */
  readonly hours: number;
  readonly grade: number | null;
}

const HOURS_SHARE: Record<RecognitionResult, number> = { recognised: 1, partlyRecognised: 0.5, notRecognised: 0 };

/** What the assessment suggests that the school recognises; the school decides and may change each line. */
export function proposeRecognition(
  content: Pick<AgreementContent, 'units'>,
  assessments: readonly UnitAssessment[],
): UnitRecognition[] {
  return content.units.map((unit) => {
    const assessment = assessments.find((candidate) => candidate.unitKey === unit.key);
    const result = FROM_RESULT[assessment?.result ?? 'notAchieved'];
    return { unitKey: unit.key, result, hours: unit.hours * HOURS_SHARE[result], grade: assessment?.grade ?? null };
  });
}

/** One word for the whole mobility: recognised when every unit is, not recognised when none is. */
export function overallRecognition(units: readonly { readonly result: RecognitionResult }[]): RecognitionResult {
  if (units.length > 0 && units.every((unit) => unit.result === 'recognised')) return 'recognised';
  return units.some((unit) => unit.result !== 'notRecognised') ? 'partlyRecognised' : 'notRecognised';
}
