// A workbook read back: by a library that has nothing to do with the one that wrote it, and as the XML it is.
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import readXlsxFile from 'read-excel-file/node';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

/** The cells of the first sheet. */
export async function readXlsx(bytes: Buffer): Promise<readonly (readonly unknown[])[]> {
  const [sheet] = await readXlsxFile(bytes);
  return sheet?.data ?? [];
}

/** The first sheet as it is in the file. */
export async function sheetXml(bytes: Buffer): Promise<string> {
  const open = promisify<Buffer, object, ZipFile>(fromBuffer);
  const zip = await open(bytes, { lazyEntries: true });
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      if (entry.fileName !== 'xl/worksheets/sheet1.xml') return zip.readEntry();
      zip.openReadStream(entry, (error, stream) => {
        if (error) reject(error);
        else buffer(stream).then((content) => resolve(content.toString()), reject);
      });
    });
    zip.on('end', () => reject(new Error('no sheet in the file')));
    zip.on('error', reject);
    zip.readEntry();
  });
}
