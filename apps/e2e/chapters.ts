import { Guest } from './guest';

/** One chapter of a journey. */
export type Chapter = (outcome: string, play: () => Promise<void>) => void;

/** Chapters that follow one another: after one that fails, the rest fails at once and not by its own waiting. */
export function chapters(patienceMs: number): Chapter {
  let broken = false;
  return (outcome, play) => {
    it(
      outcome,
      async () => {
        if (broken) throw new Error('An earlier chapter failed.');
        try {
          await play();
        } catch (error) {
          broken = true;
          await Guest.pictureAll();
          throw error;
        }
      },
      patienceMs,
    );
  };
}
