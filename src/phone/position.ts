// Where the phone is, as Chinese maps say it: browsers tell WGS 84, requests are kept in GCJ-02.
import gcoord from 'gcoord';

export interface Position {
  readonly lat: number;
  readonly lon: number;
}

const WAIT_MS = 15_000;
/** Ten centimetres. */
const DIGITS = 6;

/** Browsers tell it to pages that came by https alone. */
export const canLocate = (): boolean => 'geolocation' in navigator && window.isSecureContext;

/** Rejects with `denied` where the phone does not allow it, else with `unknown`. */
export function locate(): Promise<Position> {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(chinese(coords.latitude, coords.longitude)),
      ({ code, PERMISSION_DENIED }) => reject(new Error(code === PERMISSION_DENIED ? 'denied' : 'unknown')),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 60_000 },
    );
  });
}

/** From WGS 84 to GCJ-02. */
export function chinese(latitude: number, longitude: number): Position {
  const [lon = longitude, lat = latitude] = gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.GCJ02);
  return { lat: Number(lat.toFixed(DIGITS)), lon: Number(lon.toFixed(DIGITS)) };
}
