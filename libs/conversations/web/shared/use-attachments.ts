import { MAX_FILES } from '@softmob/conversations-model';
import { type FormErrors, toFormErrors, useUpload } from '@softmob/portal-kit';
import { useState } from 'react';

/** A file that waits to be sent with a message. */
export interface Attachment {
  id: string;
  name: string;
}

/** Sends files ahead of their message: what has arrived is kept with the draft. */
export function useAttachments(files: readonly Attachment[], onFiles: (files: Attachment[]) => void) {
  const { sending, send } = useUpload();
  const [errors, setErrors] = useState<FormErrors | null>(null);
  const [tooMany, setTooMany] = useState(false);
  const add = async (chosen: readonly File[]) => {
    const room = MAX_FILES - files.length;
    setTooMany(chosen.length > room);
    setErrors(null);
    const arrived = [...files];
    try {
      for (const file of chosen.slice(0, room)) {
        const answer = (await send('/messages/files', file)) as { id: string } | null;
        if (!answer) return;
        arrived.push({ id: answer.id, name: file.name });
        onFiles([...arrived]);
      }
    } catch (failure) {
      setErrors(toFormErrors(failure));
    }
  };
  return { add, sending, errors, tooMany, remove: (id: string) => onFiles(files.filter((file) => file.id !== id)) };
}
