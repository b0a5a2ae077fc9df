// A photo made small enough for the way: at most 1600 pixels, as a JPEG, without where and when it was taken.
import { LIMITS } from './contract.ts';

const SIDE = 1600;
const QUALITIES = [0.82, 0.6, 0.4];
/** Base64 is longer than the bytes by a third. */
const MOST_SIGNS = (LIMITS.photoBytes * 4) / 3;

/** As a data address. Rejects for a file that is no photo, or too large for a phone that cannot shrink it. */
export async function shrink(file: File): Promise<string> {
  // An old browser turns nothing upright by itself; the server does.
  if (!('imageOrientation' in document.documentElement.style) && file.size < LIMITS.photoBytes) return read(file);
  const address = URL.createObjectURL(file);
  try {
    return draw(await load(address));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** What a data address stands for. */
export function fileOf(source: string): Blob {
  const [head = '', data = ''] = source.split(',');
  const text = atob(data);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return new Blob([bytes], { type: /:(.*?);/.exec(head)?.[1] ?? 'image/jpeg' });
}

function load(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('this is no photo'));
    image.src = address;
  });
}

function draw(image: HTMLImageElement): string {
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(1, SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this phone draws nothing');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  for (const quality of QUALITIES) {
    const source = canvas.toDataURL('image/jpeg', quality);
    if (source.length < MOST_SIGNS) return source;
  }
  throw new Error('this photo stays too large');
}

function read(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('this file cannot be read'));
    reader.readAsDataURL(file);
  });
}
