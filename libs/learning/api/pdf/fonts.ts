import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import { type TDocumentDefinitions } from 'pdfmake/interfaces';

const resolver = createRequire(import.meta.url);
const inter = (file: string) => resolver.resolve(`@expo-google-fonts/inter/${file}`);

/** The text face: Inter (SIL Open Font License) with Latin, Greek and Cyrillic; bold means semi-bold here. */
export const TEXT_FONT = 'Inter';
/** A half-tone between regular and bold, for values that carry the page. */
export const MEDIUM_FONT = 'Inter Medium';

const FONT_FILES = {
  regular: inter('400Regular/Inter_400Regular.ttf'),
  italic: inter('400Regular_Italic/Inter_400Regular_Italic.ttf'),
  medium: inter('500Medium/Inter_500Medium.ttf'),
  semiBold: inter('600SemiBold/Inter_600SemiBold.ttf'),
};

pdfmake.setFonts({
  [TEXT_FONT]: {
    normal: FONT_FILES.regular,
    bold: FONT_FILES.semiBold,
    italics: FONT_FILES.italic,
    bolditalics: FONT_FILES.italic,
  },
  [MEDIUM_FONT]: {
    normal: FONT_FILES.medium,
    bold: FONT_FILES.semiBold,
    italics: FONT_FILES.italic,
    bolditalics: FONT_FILES.italic,
  },
});
// Documents hold what people typed: nothing in them may make the server read a file or call an address.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(FONT_FILES).includes(path));

/** Lays a document out and returns the file. The same definition gives the same bytes. */
export async function toPdf(definition: TDocumentDefinitions): Promise<Buffer> {
  return pdfmake.createPdf(definition).getBuffer();
}
