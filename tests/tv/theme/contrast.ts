// Contrast as WCAG 2.2 defines it, of colours as Lightning takes them (0xAARRGGBB, opaque).

export function contrast(one: number, other: number): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: number): number {
  const [r, g, b] = [16, 8, 0].map((shift) => linear(((color >>> shift) & 0xff) / 255)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
