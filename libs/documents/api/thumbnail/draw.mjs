/**
 * Draws small pictures of JPEGs, PNGs and first pages of PDFs: `{ mime, bytes, side }` comes in as a message, WebP or null
 * goes back. A process of its own, so that whatever a file does to it, by time, memory or a fault in a decoder, ends with
 * it. Pictures are drawn anew: nothing that a file says about place, camera or author goes over.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const MOST_PIXELS = 50_000_000;
const SHARPNESS = 78;
const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Marks of a JPEG that carry its size: all starts of frame, without the three that only look like one. */
const isFrame = (mark) => mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);

function pixelsOfJpeg(bytes) {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const mark = bytes[at + 1];
    if (mark === 0xff) at += 1;
    else if (isFrame(mark)) return bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7);
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return 0;
}

/** Read off the header, before anything is unpacked; 0 where it does not say. */
const pixelsOf = (mime, bytes) =>
  mime === 'image/png' ? bytes.readUInt32BE(16) * bytes.readUInt32BE(20) : pixelsOfJpeg(bytes);

function fitting(width, height, side) {
  const scale = Math.min(1, side / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

async function drawPicture(mime, bytes, side) {
  const pixels = pixelsOf(mime, bytes);
  if (pixels < 1 || pixels > MOST_PIXELS) throw new Error(`${pixels} pixels`);
  const picture = await loadImage(bytes);
  const [width, height] = fitting(picture.width, picture.height, side);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}

async function drawPage(bytes, side) {
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: MOST_PIXELS,
    standardFontDataUrl: path.join(home, 'standard_fonts', path.sep),
    cMapUrl: path.join(home, 'cmaps', path.sep),
    cMapPacked: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  const page = await (await task.promise).getPage(1);
  const whole = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: side / Math.max(whole.width, whole.height) });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  await page.render({ canvasContext: canvas.getContext('2d'), viewport, background: 'white' }).promise;
  await task.destroy();
  return canvas;
}

process.on('message', async ({ mime, bytes, side }) => {
  const file = Buffer.from(bytes);
  let picture = null;
  try {
    const canvas = mime === 'application/pdf' ? await drawPage(file, side) : await drawPicture(mime, file, side);
    picture = await canvas.encode('webp', SHARPNESS);
  } catch {
    // This file cannot be drawn; the next one may be.
  }
  process.send(picture);
});
process.on('disconnect', () => process.exit());
process.send('ready');
