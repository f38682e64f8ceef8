/**
 * What reading and writing take and give: a {@link org.peersupport.json.data.Read} with its {@link
 * org.peersupport.json.data.Issue issues}, requests, and how a text is laid out.
 */
@NullMarked
package org.peersupport.json.data;

import org.jspecify.annotations.NullMarked;
