export { bullets, headedTable, section, type SignatureLine, signatureLines, titleBlock } from './blocks';
export { toPdf } from './fonts';
export { framed } from './frame';
export { COLOUR } from './style';
