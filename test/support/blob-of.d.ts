export function blobOf(file: string): Promise<Blob>;
