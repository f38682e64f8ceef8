/**
 * A second implementation of the contract for tests only: it reads a protocol document as plain
 * JSON and walks tables that it makes from the meaning of each template on finished conversations.
 * It shares no code with {@code core} and nothing of it is fast.
 */
package org.peersupport.json.certification.walker;
