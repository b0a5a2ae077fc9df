// `npm run check`: names every import that breaks the import rule and fails when there is one.
import { globSync, readFileSync } from 'node:fs';
import { brokenImports } from './import-rule.ts';

const files = globSync('src/**/*.{ts,tsx}').map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(path, 'utf8'),
}));
const broken = brokenImports(files);
for (const line of broken) console.error(line);
console.log(`import rule: ${files.length} files, ${broken.length} broken`);
process.exitCode = broken.length > 0 ? 1 : 0;
